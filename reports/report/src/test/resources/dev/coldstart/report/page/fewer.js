// Removes elements that look like another one that stays, so that the page has one element of each kind and its colours
// are checked quickly. Elements are of one kind if no rule of a style sheet can distinguish them: same names, same
// ancestors, same predecessors.
const NAMES = ['class', 'role', 'type', 'scope', 'fill', 'stroke', 'style', 'hidden', 'open', 'aria-sort'];
const name = element => !element ? '' : element.tagName + (element.matches('section') ? element.id : '')
  + NAMES.map(attribute => element.getAttribute(attribute) ?? '').join('|')
  + [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim());
const kinds = new Map([[document.body, '']]);
const counts = new Map();
document.body.querySelectorAll('*').forEach(element => {
  const kind = kinds.get(element.parentElement) + ' > ' + name(element.previousElementSibling) + ' + ' + name(element);
  kinds.set(element, kind);
  counts.set(kind, (counts.get(kind) ?? 0) + 1);
});
const isElsewhere = element => {
  const within = new Map();
  [element, ...element.querySelectorAll('*')].map(inner => kinds.get(inner))
    .forEach(kind => within.set(kind, (within.get(kind) ?? 0) + 1));
  if ([...within].some(([kind, count]) => counts.get(kind) === count)) return false;
  within.forEach((count, kind) => counts.set(kind, counts.get(kind) - count));
  return true;
};
const thin = element => [...element.children].reverse()
  .forEach(child => isElsewhere(child) ? child.remove() : thin(child));
thin(document.body);
