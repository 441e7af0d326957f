'use strict';
{
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const says = one => one.textContent.replace(/\s+/g, ' ').trim();

// Controls that need the script are in templates: without the script, they are not shown.
all('template.tool').forEach(tool => tool.replaceWith(tool.content));

// Every table can be sorted by its columns: ascending, descending, and in the original order.
const PREFIXES = {n: 1e-9, µ: 1e-6, m: 1e-3, k: 1e3, M: 1e6, G: 1e9};
const number = text => {
  const [, minus, digits, prefix] = /^[<>+ ]*(−?)(\d+\.?\d*)(?![\w.])(?: ([nµmkMG])[sB]\b)?/.exec(text) || [];
  return digits ? (minus ? -1 : 1) * digits * (PREFIXES[prefix] || 1) : null;
};
// Without the small print.
const large = one => [...one.childNodes].filter(part => part.nodeName !== 'SMALL').map(says).join('');
// Empty if a cell from another column spans this one.
const textAt = (row, column) => {
  let end = 0;
  const cell = [...row.cells].find(one => (end += one.colSpan) > column);
  if (!cell || end - cell.colSpan < column) return '';
  return cell.dataset.value ?? large(cell).replace('n/a', '');
};
const sorted = (rows, column, way) => {
  const texts = rows.map(row => textAt(row, column));
  const told = texts.filter(text => text);
  const numeric = told.filter(text => number(text) !== null).length * 2 > told.length;
  const compare = numeric ? (a, b) => a - b : new Intl.Collator('en', {numeric: true}).compare;
  const keyed = rows.map((row, i) => [numeric ? number(texts[i]) : texts[i] || null, row]);
  keyed.sort(([a], [b]) => (a === null) - (b === null) || a !== null && way * compare(a, b));
  return keyed.map(([, row]) => row);
};
all('table').forEach(table => {
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const heads = [...table.tHead.rows[0].cells];
  let end = 0;
  heads.forEach(head => {
    const column = end;
    end += head.colSpan;
    if (rows.length < 2 || head.querySelector('svg, .hidden')) return;
    const button = document.createElement('button');
    button.append(...head.childNodes);
    head.append(button);
    button.onclick = () => {
      const way = {ascending: -1, descending: 0}[head.ariaSort] ?? 1;
      heads.forEach(other => other.ariaSort = null);
      if (way) head.ariaSort = way > 0 ? 'ascending' : 'descending';
      body.append(...way ? sorted(rows, column, way) : rows);
      setStops();
    };
  });
});

// Rows that name an arm, in a b, can be filtered by its name and by its runtime's mark.
const mark = element => (element.closest('b') ?? element.querySelector('b')).className;
all('.tools').forEach(tools => tools.oninput = () => {
  const [search, output] = all('[type=search], output', tools);
  const words = search.value.toLowerCase().split(/\s+/);
  const marks = all(':checked', tools).map(box => mark(box.parentNode));
  const fits = arm =>
    (!marks.length || marks.includes(mark(arm))) && words.every(word => says(arm).toLowerCase().includes(word));
  all('main tr, main .row, main li').forEach(row => {
    const arms = all('b', row);
    row.hidden = arms.length > 0 && !arms.some(fits);
  });
  const rows = all('tr', document.querySelector('.overview tbody'));
  const shown = rows.filter(row => !row.hidden).length;
  tools.classList.toggle('active', shown < rows.length);
  output.textContent = `${shown} of ${rows.length} arms shown; curves show all`;
  setStops();
});

// Strips can switch to a linear axis from 0, which moves everything drawn on the logarithmic one. They use the grid
// that is defined by the axis below them.
const moved = (path, place) => {
  let x = 0, y = 0;
  return path.replace(/([a-z])([^a-z]*)/gi, (all, letter, numbers) => {
    const [first, second] = numbers.match(/-?[\d.]+/g)?.map(Number) ?? [];
    if ('vz'.includes(letter)) return all;
    [x, y] = letter === 'm' ? [x + first, y + second] : [first, second ?? y];
    return letter === 'H' ? `H${place(x)}` : `M${place(x)} ${y}`;
  });
};
const spread = figure => {
  const {low, high} = figure.dataset;
  const strips = all('.strip', figure).map(strip => {
    const linear = strip.cloneNode(true);
    const {width} = strip.viewBox.baseVal;
    const place = x => width * (low / high) ** (1 - x / width);
    all('path', linear).forEach(shape => shape.setAttribute('d', moved(shape.getAttribute('d'), place)));
    return [strip, linear];
  });
  return [...strips, [figure.querySelector('.ticks svg'), figure.querySelector('template').content.firstElementChild]];
};
let pairs;
all('.linear').forEach(box => box.onchange = () => {
  pairs ??= all('figure[data-low]').flatMap(spread);
  pairs.forEach(pair => pair[0].replaceWith(pair[1]) ?? pair.reverse());
  all('[data-other]').forEach(one => [one.textContent, one.dataset.other] = [one.dataset.other, one.textContent]);
});

// A mark's tooltip is shown while it has the pointer or the focus; arrow keys move from row to row.
const tip = document.createElement('div');
Object.assign(tip, {id: 'tip', className: 'tip', role: 'tooltip', hidden: true});
document.querySelector('main').append(tip);
all('g > title, rect > title, circle > title').forEach(title => {
  title.parentNode.dataset.tip = title.textContent;
  title.remove();
});
const STOPS = '.row:not(.ticks), td.drawn';
const peers = group => all(STOPS, group).filter(stop => !stop.closest('[hidden]'));
const setStops = () => all('figure, table').forEach(group => peers(group).forEach((stop, i) => stop.tabIndex = i ? -1 : 0));
const show = (target, x, y) => {
  const row = target.closest('.row, tr');
  const own = target.closest('[data-tip]');
  const tips = (own ? [own] : all('[data-tip]', row)).map(one => one.dataset.tip);
  const name = row ? says(row.querySelector('b') ?? row.firstElementChild) + ': ' : '';
  tip.textContent =
    name + (tips.join(', ') || all('.value, .main, .range', row).slice(-2).map(large).join(' '));
  tip.hidden = false;
  tip.style.left = Math.min(x, innerWidth - tip.offsetWidth - 20) + 'px';
  tip.style.top = y + 12 + 'px';
};
addEventListener('pointerover', ({target, pageX, pageY}) => {
  if (target.closest('.row:not(.ticks, .ecdf .row) > :nth-child(2), td.drawn, [data-tip]')) show(target, pageX, pageY);
  else tip.hidden = !tip.contains(target);
});
addEventListener('focusin', ({target}) => {
  tip.hidden = !target.matches(STOPS);
  if (tip.hidden) return;
  const {left, bottom} = target.getBoundingClientRect();
  target.setAttribute('aria-describedby', 'tip');
  show(target, left + scrollX, bottom + scrollY - 12);
});
addEventListener('keydown', event => {
  const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
  if (event.key === 'Escape') tip.hidden = true;
  if (!step || !event.target.matches(STOPS)) return;
  const group = peers(event.target.closest('figure, table'));
  group[group.indexOf(event.target) + step]?.focus();
  event.preventDefault();
});
setStops();
}
