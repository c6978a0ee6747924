# version: as CMake states it
rxcite --version
grep -q "VERSION $(rxcite --version | cut -d' ' -f2) " "$SOURCE/CMakeLists.txt"
