;; Each export reaches a limit: one never returns, one takes ever more memory and writes to it.
(module
  (memory (export "memory") 1)
  (func (export "spin")
    (loop $again
      (br $again)))
  (func (export "grow") (local $from i32)
    (loop $again
      (local.set $from (i32.shl (memory.size) (i32.const 16)))
      (if (i32.ne (memory.grow (i32.const 16)) (i32.const -1))
        (then (memory.fill (local.get $from) (i32.const 1) (i32.const 1048576))))
      (br $again))))
