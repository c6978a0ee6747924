# build_same: the same input gives the same bytes, whatever the number of threads
rxcite --quiet --jobs 1 build samples -o one
rxcite --quiet --jobs 2 build samples -o two
rxcite --quiet --jobs 7 build samples -o three
for file in one/*; do
    cmp "$file" "two/${file##*/}"
    cmp "$file" "three/${file##*/}"
done
