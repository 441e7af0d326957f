//! The handler ABI: what a fixture exports, and nothing it imports.
//!
//! * `alloc(len) -> ptr`: where the host writes an event of `len` bytes; valid until the next `alloc`.
//! * `handle(ptr, len) -> ptr << 32 | len`: the response; valid until the next `handle`.
//!
//! One instance answers millions of events in the steady-state benchmarks, so both buffers are
//! reused: a handler that leaked its event would measure `memory.grow`.
#![cfg_attr(not(feature = "std"), no_std)]

#[cfg(not(feature = "std"))]
pub mod constant;
#[cfg(feature = "std")]
pub mod computed;

/// Packs the response's place for `handle`, both halves unsigned.
pub fn pack(response: &[u8]) -> u64 {
    (response.as_ptr() as u64) << 32 | response.len() as u64
}
