use json_handler::{required_string, Event, Malformed};
use pulldown_cmark::{html, Parser};

json_handler::json_handler!(render);

/// Plain CommonMark: Markdown libraries disagree about extensions, and the Java twin must give
/// the same bytes.
fn render(event: &Event) -> Result<String, Malformed> {
    let markdown = required_string(event, "body")?;
    let mut html = String::with_capacity(markdown.len() * 3 / 2);
    html::push_html(&mut html, Parser::new(markdown));
    Ok(html)
}
