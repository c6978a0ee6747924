# rxcite_flags(target): warnings, sanitizers, coverage as the options ask.
function(rxcite_flags target)
  target_compile_options(${target} PRIVATE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes -Wvla -Wcast-qual
    -Wwrite-strings -Wformat=2 -fmacro-prefix-map=${CMAKE_SOURCE_DIR}/=)
  if(RXCITE_WERROR)
    target_compile_options(${target} PRIVATE -Werror)
  endif()
  if(RXCITE_SANITIZE)
    target_compile_options(${target} PRIVATE -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_link_options(${target} PUBLIC -fsanitize=address,undefined)
    target_compile_definitions(${target} PRIVATE RXC_ARENA_OBJECTS)
  endif()
  if(RXCITE_FUZZ)
    target_compile_options(${target} PRIVATE -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all)
    target_link_options(${target} PUBLIC -fsanitize=address,undefined)
    target_compile_definitions(${target} PRIVATE RXC_ARENA_OBJECTS)
  endif()
  if(RXCITE_FUZZ_FAST) # what is compared is learnt from memcmp alone: tracing every comparison takes most of the time
    target_compile_options(${target} PRIVATE -fsanitize-coverage=inline-8bit-counters,pc-table -fno-builtin-memcmp
      -fsanitize=undefined -fsanitize-trap=undefined)
  endif()
  if(RXCITE_COVERAGE)
    target_compile_options(${target} PRIVATE --coverage)
    target_link_options(${target} PUBLIC --coverage)
  endif()
endfunction()
