// Returns the rows of tables as a reader sees them: each cell's text by its column's heading.
const words = node => node.textContent.replace(/\s+/g, ' ').trim();
const large = cell => [...cell.childNodes].filter(node => node.nodeName !== 'SMALL').map(words).join(' ').trim();
return [...document.querySelectorAll(arguments[0])].map(table => {
  const heads = [...table.tHead.rows[0].cells].flatMap(head =>
    Array.from({length: head.colSpan}, (_, i) => words(head) + (i ? ', interval' : '')));
  return [...table.tBodies[0].rows].map(row =>
    Object.fromEntries([...row.cells].map((cell, i) => [heads[i], cell.tagName === 'TH' ? words(cell.querySelector('b') ?? cell) : large(cell)])));
});
