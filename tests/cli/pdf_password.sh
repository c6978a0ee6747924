# pdf_password: encrypted PDFs are refused, or opened
cp "$SOURCE/tests/cli/locked.pdf" .
tell rxcite extract locked.pdf
tell rxcite extract --password=wrong locked.pdf
tell rxcite refs -f csv --password=open locked.pdf
