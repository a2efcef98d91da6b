"""Builds the compiled part of the wheel with CMake: the same files as -DLCA_PYTHON=ON builds. The environment variable
LCA_BUILD names a build folder with that option, which is then used as it is configured."""

import os
import pathlib
import re
import shutil
import subprocess

from setuptools import Extension, setup
from setuptools.command.build_ext import build_ext

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent
SETTINGS = ("-DCMAKE_BUILD_TYPE=Release", "-DLCA_HARDEN=ON", "-DLCA_UNITY=ON", "-DLCA_TESTS=OFF")


class BuildByCMake(build_ext):
    def run(self) -> None:
        known = os.environ.get("LCA_BUILD")
        folder = pathlib.Path(known or self.build_temp).resolve()
        if not known:
            subprocess.run(["cmake", "-S", ROOT, "-B", folder, "-GNinja", "-DLCA_PYTHON=ON", *SETTINGS], check=True)
        subprocess.run(["cmake", "--build", folder, "--target", "lca_python", "--parallel", str(os.cpu_count() or 1)], check=True)
        to = HERE if self.inplace else pathlib.Path(self.build_lib)
        (to / "lca").mkdir(parents=True, exist_ok=True)
        for module in (folder / "python/lca").glob("_core*.so"):
            shutil.copy(module, to / "lca")
        licences = subprocess.run(["sh", ROOT / "packaging/licences.sh"], check=True, stdout=subprocess.PIPE).stdout
        (to / "lca" / "LICENCES").write_bytes(licences)

    def get_source_files(self) -> list[str]:
        return []


version = re.search(r"project\(lca VERSION ([0-9.]+)", (ROOT / "CMakeLists.txt").read_text())
assert version
os.chdir(HERE)
setup(version=version[1], packages=["lca"], package_data={"lca": ["py.typed", "*.pyi"]},
      ext_modules=[Extension("lca._core", [])], cmdclass={"build_ext": BuildByCMake})
