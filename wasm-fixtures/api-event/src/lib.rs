//! Answers an API Gateway HTTP API event (payload format 2.0) with fields of that event.

mod event;

use event::{flag, headers, object, string, strings};
use json_handler::{Event, Malformed};
use serde_json::json;

json_handler::json_handler!(describe);

fn describe(event: &Event) -> Result<String, Malformed> {
    let method = match object(event, "requestContext")? {
        None => None,
        Some(context) => match object(context, "http")? {
            None => None,
            Some(http) => string(http, "method")?,
        },
    };
    let query = strings(event, "queryStringParameters")?;
    let name = match query.get("name") {
        Some(name) if !name.is_empty() => name,
        _ => "world",
    };
    // serde_json's map is sorted, so the order of all keys in the response is fixed.
    let answer = json!({
        "body": {
            "base64": flag(event, "isBase64Encoded")?,
            "bytes": string(event, "body")?.map_or(0, str::len),
        },
        "headers": headers(event, &["user-agent", "x-request-id"])?,
        "message": format!("Hello, {}!", name),
        "method": method,
        "path": string(event, "rawPath")?,
        "query": query,
    });
    Ok(answer.to_string())
}
