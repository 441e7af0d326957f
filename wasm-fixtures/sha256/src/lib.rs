use json_handler::{required_string, Event, Malformed};
use sha2::{Digest, Sha256};
use std::fmt::Write;

json_handler::json_handler!(digest);

/// An event must not be able to keep an instance busy for hours.
const MAX_ROUNDS: u64 = 1_000_000;

fn digest(event: &Event) -> Result<String, Malformed> {
    let text = required_string(event, "body")?;
    let rounds = event
        .get("rounds")
        .and_then(|rounds| rounds.as_u64())
        .filter(|rounds| (1..=MAX_ROUNDS).contains(rounds))
        .ok_or(Malformed)?;
    let mut digest = Sha256::digest(text);
    for _ in 1..rounds {
        digest = Sha256::digest(digest);
    }
    Ok(hex(&digest))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut hex, byte| {
        // Writing to a String cannot fail.
        let _ = write!(hex, "{:02x}", byte);
        hex
    })
}
