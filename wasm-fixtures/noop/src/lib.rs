#![no_std]

handler_abi::constant_handler!(b"");
