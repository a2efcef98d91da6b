"""A real Slurm in loopback: an array of four shards equals the whole, and a failed task that is rerun gives the same bytes.

slurmctld, slurmd and munged run from a private folder on ports of their own, without systemd, and end with this script. Run by .ci/run;
exit 77 where they are not installed. Needs LCA, the command.
"""
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
LCA = str(pathlib.Path(os.environ["LCA"]).resolve())
SKIPPED = 77
SECONDS = 60  # for a job, and for the daemons to start and to end

CONF = """ClusterName=loop
SlurmctldHost=localhost(127.0.0.1)
SlurmctldPort={controller}
SlurmdPort={node}
AuthType=auth/munge
AuthInfo=socket={folder}/munge.socket
CryptoType=crypto/munge
SlurmUser=root
SlurmdUser=root
MpiDefault=none
ProctrackType=proctrack/pgid
TaskPlugin=task/none
SwitchType=switch/none
ReturnToService=2
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
AccountingStorageType=accounting_storage/none
JobAcctGatherType=jobacct_gather/none
StateSaveLocation={folder}/state
SlurmdSpoolDir={folder}/spool
SlurmctldPidFile={folder}/slurmctld.pid
SlurmdPidFile={folder}/slurmd.pid
SlurmctldLogFile={folder}/slurmctld.log
SlurmdLogFile={folder}/slurmd.log
NodeName=localhost NodeAddr=127.0.0.1 CPUs=2 RealMemory=500 State=UNKNOWN
PartitionName=all Nodes=localhost Default=YES MaxTime=INFINITE State=UP
"""
WORDS = ("fleet", "job.yaml", "jobs.csv", "--map", "energy=activities.job.dynamic.energy", "--id", "job", "--quiet")
TASK = """#!/bin/sh
#SBATCH --output={folder}/task-%a.log
part=part-$SLURM_ARRAY_TASK_ID
[ ! -e fails-$SLURM_ARRAY_TASK_ID ] || exit 9
exec {lca} {words} --shard $SLURM_ARRAY_TASK_ID/4 --output $part.csv
"""


def free_ports(count):
    held = [socket.socket() for _ in range(count)]
    for one in held:
        one.bind(("127.0.0.1", 0))
    ports = [one.getsockname()[1] for one in held]
    for one in held:
        one.close()
    return ports


def wait_for(what, said):
    end = time.monotonic() + SECONDS
    while not what():
        if time.monotonic() > end:
            raise SystemExit(f"not within {SECONDS} s: {said}")
        time.sleep(0.1)


class Slurm:
    """The three daemons, in the foreground, so that each is a child to end."""

    def __init__(self, folder):
        self.folder, self.children = folder, []
        controller, node = free_ports(2)
        for name in "state", "spool":
            (folder / name).mkdir()
        (folder / "slurm.conf").write_text(CONF.format(folder=folder, controller=controller, node=node))
        (folder / "cgroup.conf").write_text("CgroupPlugin=cgroup/v1\nCgroupAutomount=no\n")  # else slurmd wants a mounted hierarchy
        key = folder / "munge.key"
        key.write_bytes(os.urandom(128))
        key.chmod(0o400)
        self.environment = dict(os.environ, SLURM_CONF=str(folder / "slurm.conf"))

    def __enter__(self):
        try:
            self.start("munged", "--foreground", "--force", f"--key-file={self.folder}/munge.key", f"--socket={self.folder}/munge.socket",
                       f"--pid-file={self.folder}/munged.pid", f"--log-file={self.folder}/munged.log", f"--seed-file={self.folder}/munged.seed")
            wait_for((self.folder / "munge.socket").exists, "munged opens its socket")
            self.start("slurmctld", "-D", "-i")
            self.start("slurmd", "-D", "-N", "localhost")
            wait_for(lambda: b"idle" in self.call("sinfo", "-h", "-o", "%T").stdout, "the node is idle")
        except BaseException:
            self.__exit__()
            raise
        return self

    def start(self, *words):
        with open(self.folder / f"{words[0]}.out", "wb") as said:
            self.children.append(subprocess.Popen(words, env=self.environment, stdin=subprocess.DEVNULL, stdout=said, stderr=said))

    def call(self, *words):
        return subprocess.run(["timeout", str(SECONDS), *words], env=self.environment, cwd=self.folder, stdin=subprocess.DEVNULL, capture_output=True)

    def array(self, tasks):
        """Whether every task of the array ended well."""
        done = self.call("sbatch", "--wait", f"--array={tasks}", "task.sh")
        if done.returncode == 124:
            logs = "\n".join(self.read(f"{name}.log") for name in ("slurmctld", "slurmd"))
            raise SystemExit(f"sbatch --wait took more than {SECONDS} s\n{logs}")
        return done.returncode == 0

    def read(self, name):
        path = self.folder / name
        return path.read_text(errors="replace")[-3000:] if path.exists() else ""

    def __exit__(self, *_):
        for child in reversed(self.children):
            child.send_signal(signal.SIGTERM)
            try:
                child.wait(SECONDS / 4)
            except subprocess.TimeoutExpired:
                child.kill()
                child.wait()


def write_table(path):
    lines = ["job,energy [kWh]"] + [f"{n},{n % 97 / 8 if n % 13 else ''}" for n in range(1003)]
    path.write_text("\n".join(lines) + "\n")


def shards(folder):
    return b"".join((folder / f"part-{n}.csv").read_bytes() for n in range(1, 5))


def run(folder):
    shutil.copy(ROOT / "examples/fleet/job.yaml", folder / "job.yaml")
    write_table(folder / "jobs.csv")
    (folder / "task.sh").write_text(TASK.format(folder=folder, lca=LCA, words=" ".join(WORDS)))
    whole = subprocess.run([LCA, *WORDS], cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, check=True).stdout
    assert whole.count(b"\n") == 1004, whole[:300]
    with Slurm(folder) as slurm:
        (folder / "fails-3").touch()
        assert not slurm.array("1-4"), "the third task was to fail"
        assert not (folder / "part-3.csv").exists(), "a task that failed left a part"
        (folder / "fails-3").unlink()
        assert slurm.array("3"), slurm.read("task-3.log")
        assert shards(folder) == whole, "the shards are not the whole"
        assert slurm.array("1-4"), slurm.read("task-1.log")
        assert shards(folder) == whole, "the shards of a second run are not the whole"


def main():
    os.environ["PATH"] += ":/usr/sbin:/sbin"
    missing = [tool for tool in ("munged", "slurmctld", "slurmd", "sbatch", "sinfo", "timeout") if not shutil.which(tool)]
    if missing or os.geteuid() != 0:
        print("skipped:", ", ".join(missing) + " not installed" if missing else "slurmd runs jobs as root alone")
        return SKIPPED
    with tempfile.TemporaryDirectory(prefix="lca-slurm-") as folder:
        run(pathlib.Path(folder))
    print("an array of four shards is the whole; a task that failed and was run again gives identical output")
    return 0


sys.exit(main())
