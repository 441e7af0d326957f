//! Optional fields of an event. A `null` counts as absent; a wrong type makes the event malformed.

use json_handler::{Event, Malformed};
use serde_json::Value;
use std::collections::BTreeMap;

/// Sorted by code point, which for UTF-8 is the order of the bytes.
pub type Strings<'a> = BTreeMap<&'a str, &'a str>;

pub fn object<'a>(event: &'a Event, name: &str) -> Result<Option<&'a Event>, Malformed> {
    optional(event, name, Value::as_object)
}

pub fn string<'a>(event: &'a Event, name: &str) -> Result<Option<&'a str>, Malformed> {
    optional(event, name, Value::as_str)
}

pub fn flag(event: &Event, name: &str) -> Result<bool, Malformed> {
    Ok(optional(event, name, Value::as_bool)?.unwrap_or(false))
}

/// An object that may hold only strings. Here a `null` value is malformed, not absent.
pub fn strings<'a>(event: &'a Event, name: &str) -> Result<Strings<'a>, Malformed> {
    let entries = object(event, name)?.into_iter().flatten();
    entries
        .map(|(key, value)| Ok((key.as_str(), value.as_str().ok_or(Malformed)?)))
        .collect()
}

/// The wanted headers, by their lower-case names. If an event has several spellings of a header,
/// the first by code point counts.
pub fn headers<'a>(event: &'a Event, wanted: &[&'a str]) -> Result<Strings<'a>, Malformed> {
    let present = strings(event, "headers")?;
    let find = |name: &&'a str| {
        let value = present
            .iter()
            .find(|(key, _)| key.eq_ignore_ascii_case(name));
        value.map(|(_, value)| (*name, *value))
    };
    Ok(wanted.iter().filter_map(find).collect())
}

fn optional<'a, T>(
    event: &'a Event,
    name: &str,
    read: fn(&'a Value) -> Option<T>,
) -> Result<Option<T>, Malformed> {
    match event.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(value) => read(value).map(Some).ok_or(Malformed),
    }
}
