# bad_binary: bytes that are no text
. "$SOURCE/tests/cli/bad.inc"
printf '\177ELF\002\001\001\000\000\000\000\000\000\000\000\000\003\000\076\000' >in/program.txt
head -c 4096 /dev/zero >in/zeros.html
printf '\211PNG\r\n\032\n\000\000\000\rIHDR' >in/picture.md
build_in
