# install: the installed program finds its data, and another program can be built on the library
grep -qE 'RXCITE_(SANITIZE|COVERAGE):BOOL=ON' "$BUILD/CMakeCache.txt" && skip "such a library needs the flags it was built with"
cmake --install "$BUILD" --prefix "$PWD/usr" >/dev/null
env -i usr/bin/rxcite extract samples/dupixent-faq.txt | json_ok --lines
test -s usr/share/man/man1/rxcite.1 || echo "no man page"
cat >embed.c <<'C'
#include <rxcite/rxcite.h>
#include <stdio.h>
#include <string.h>
int main(void)
{
    char message[256] = "";
    static const char text[] = "Dupilumab caused conjunctivitis.";
    rxcite *tool = rxcite_open(NULL, message, sizeof message);
    char *json = tool ? rxcite_annotate(tool, text, strlen(text)) : NULL;
    puts(json && strstr(json, "drug:dupilumab") ? "found dupilumab" : message);
    rxcite_free(json);
    rxcite_close(tool);
    return 0;
}
C
PKG_CONFIG_PATH=$(dirname "$(find usr -name rxcite.pc)")
export PKG_CONFIG_PATH
# shellcheck disable=SC2046 # flags, a word each
cc embed.c $(pkg-config --define-prefix --cflags --libs rxcite) -o usr/bin/embed 2>errors || head -n 20 errors
usr/bin/embed
