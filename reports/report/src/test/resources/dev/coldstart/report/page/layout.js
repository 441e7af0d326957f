// Returns unreadable texts: those that overlap another text, or leave their chart or their box.
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const TOLERANCE_PX = 1;
const faults = [];
const seen = element => element.checkVisibility({visibilityProperty: true}) && element.getBoundingClientRect().width > 0;
const where = element => {
  const section = element.closest('section, header, nav, footer')?.id;
  const title = element.closest('figure, .scroll')?.getAttribute('aria-labelledby');
  return [section, title && document.getElementById(title).textContent, element.className.baseVal ?? element.className]
    .filter(word => word).join(' / ') + ': ' + element.textContent.trim().slice(0, 60);
};
const common = (from, to, otherFrom, otherTo) => Math.min(to, otherTo) - Math.max(from, otherFrom);
const meet = (a, b) =>
  common(a.left, a.right, b.left, b.right) > TOLERANCE_PX && common(a.top, a.bottom, b.top, b.bottom) > TOLERANCE_PX;
const isIn = (inner, outer) =>
  inner.left >= outer.left - TOLERANCE_PX && inner.right <= outer.right + TOLERANCE_PX &&
  inner.top >= outer.top - TOLERANCE_PX && inner.bottom <= outer.bottom + TOLERANCE_PX;

// Compares letters, not lines: a line of text is taller than its letters, and lines may be close to each other.
const boxOf = text => {
  const {left, right, top, bottom} = text.getBoundingClientRect();
  return {left, right, top: top + (bottom - top) * .15, bottom: bottom - (bottom - top) * .15};
};
const charts = new Map();
all('svg text').filter(seen).forEach(text => {
  const chart = text.closest('figure') ?? text.ownerSVGElement;
  charts.set(chart, [...charts.get(chart) ?? [], [text, boxOf(text)]]);
});
charts.forEach((texts, chart) => {
  const outer = chart.getBoundingClientRect();
  texts.forEach(([text, box], i) => {
    if (!isIn(box, outer)) faults.push('beyond its chart: ' + where(text));
    texts.slice(i + 1).filter(([, other]) => meet(box, other))
      .forEach(([other]) => faults.push('into "' + other.textContent + '": ' + where(text)));
  });
});

all('.bar text').filter(seen)
  .filter(text => !isIn(boxOf(text), text.previousElementSibling.getBoundingClientRect()))
  .forEach(text => faults.push('beyond its bar: ' + where(text)));

all('th, td, caption, h1, h2, h3, p, li, dt, dd, summary, figcaption, legend, label, output, button, .name, .value, b, .scroll')
  .filter(seen)
  .filter(element => !element.closest('.hidden') && getComputedStyle(element).display !== 'inline')
  .filter(element => !['auto', 'scroll'].includes(getComputedStyle(element).overflowX))
  .filter(element => element.scrollWidth > element.clientWidth + TOLERANCE_PX)
  .forEach(element => faults.push(`${element.scrollWidth - element.clientWidth} px wider than its box: ` + where(element)));

all('body *').filter(seen)
  .filter(element => !element.matches('.hidden') && getComputedStyle(element).overflowX === 'hidden')
  .filter(element => element.scrollWidth > element.clientWidth + TOLERANCE_PX)
  .forEach(element => faults.push('cut: ' + where(element)));

const root = document.documentElement;
if (root.scrollWidth > root.clientWidth) {
  faults.push(`the page is ${root.scrollWidth - root.clientWidth} px wider than the screen`);
}
return faults;
