#![no_std]

handler_abi::constant_handler!(br#"{"statusCode":200,"body":"Hello, rust-lambda!"}"#);
