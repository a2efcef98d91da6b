"""A copy of ./run with a cmake and a sleep of the test's own: files are built after 0, 10 and 20 of its seconds, which are short."""
import contextlib
import os
import pathlib
import shutil

from _lca import ROOT, folder

FAKE_CMAKE = r"""#!/bin/sh
echo "cmake $*" >>cmake.log
case $1 in
    --build)
        [ ! -e broken ] || { echo "[1/3] Building a.o"; echo "a.cpp:1: error: this is wrong"; exit 1; }
        grep -qx "at $(pwd -P)" build/release/build.ninja || { echo "ninja: error: loading 'build.ninja'"; exit 1; }
        [ -e slow ] || exit 0
        : >seconds
        for file in 1 2 3; do
            until [ "$(wc -l <seconds)" -gt $((file * 10 - 10)) ]; do /bin/sleep 0.01; done
            echo "${NINJA_STATUS:-default}" | sed "s/%f/$file/; s/%t/3/; s/\$/Building $file.o/"
        done ;;
    *)
        mkdir -p build/release
        printf '%s\n' "CMAKE_HOME_DIRECTORY:INTERNAL=$(pwd -P)" "CMAKE_CXX_COMPILER:FILEPATH=$(pwd -P)/bin/g++" \
            LCA_CCACHE:FILEPATH=LCA_CCACHE-NOTFOUND >build/release/CMakeCache.txt
        echo "at $(pwd -P)" >build/release/build.ninja ;;
esac
printf '#!/bin/sh\necho "lca $*"\n' >build/release/lca
chmod +x build/release/lca
"""


def program(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    path.chmod(0o755)


@contextlib.contextmanager
def run_script():
    """Yields the folder that holds ./run and the environment to call it with."""
    with folder() as where:
        root = pathlib.Path(where).resolve() / "a tree"
        program(root / "bin/cmake", FAKE_CMAKE)
        program(root / "bin/sleep", f"#!/bin/sh\necho >>'{root}/seconds'\nexec /bin/sleep 0.03\n")
        program(root / "bin/g++", "")
        program(root / "cmake/packages.sh", "")
        shutil.copy(ROOT / "cmake/configure.sh", root / "cmake")
        shutil.copy(ROOT / "run", root)
        (root / "CMakePresets.json").write_text("{}")
        yield root, {**os.environ, "PATH": f"{root / 'bin'}:{os.environ['PATH']}", "TERM": "xterm"}
