# bad_xml_bomb: entities that would grow without bound are never expanded
. "$SOURCE/tests/cli/bad.inc"
{
    printf '<?xml version="1.0"?>\n<!DOCTYPE article [\n<!ENTITY a "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa">\n'
    previous=a
    for name in b c d e f g h i j; do
        printf '<!ENTITY %s "&%s;&%s;&%s;&%s;&%s;&%s;&%s;&%s;&%s;&%s;">\n' $name $previous $previous $previous $previous $previous \
            $previous $previous $previous $previous $previous
        previous=$name
    done
    printf ']>\n<article><front><article-meta><title-group><article-title>&j;</article-title></title-group></article-meta></front>'
    printf '<body><p>&j; dupilumab</p></body></article>\n'
} >in/bomb.xml
build_in
wc -c <out/records.ndjson | awk '{ print ($1 < 1000000 ? "small" : "large") }'
