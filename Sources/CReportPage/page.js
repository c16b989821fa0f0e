'use strict';
{
  // What the program wrote, and columns of it that are quick to go through.
  const data = JSON.parse(document.getElementById('data').textContent);
  const rows = data.rows;
  const total = rows.cell.length;
  const language = data.language;
  const cellOf = Uint8Array.from(rows.cell, Number);
  const sideOf = rows.side;
  const NONE = -1;
  const sourceOf = Uint32Array.from(rows.source);
  const gradeOf = Int32Array.from(rows.grade, (grade) => grade ?? NONE);
  const UNDATED = -0x80000000;
  const dayOf = Int32Array.from(rows.day, (day) => day ?? UNDATED);
  const textOf = new Int32Array(total).fill(NONE);
  data.stories.forEach((story, number) => { textOf[story.row] = number; });

  const LABELS = ['enthusiastic', 'neutral', 'dissatisfied'];
  /** The label of each cell, in the order of `data.cells`. */
  const LABEL_OF_CELL = [0, 0, 1, 1, 2, 2];
  const IS_STORY = [true, false, false, true, false, true];
  /** Below it, one review is more than a percent. */
  const LEAST_FOR_SHARES = 100;
  /** Periods with fewer reviews are drawn open; with fewer still, a share says nothing and only a dot is drawn. */
  const LEAST_FOR_TREND = 30;
  const LEAST_FOR_BAR = 5;
  const PAGE_LENGTH = 20;
  const $ = (id) => document.getElementById(id);

  // Words and numbers

  const t = (key, values = {}) =>
    (data.texts[key] ?? key).replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  const number = (value) => value.toLocaleString(language === 'nl' ? 'nl-NL' : 'en-GB');
  const counted = (key, count, values = {}) =>
    t(`${key}.${count === 1 ? 'one' : 'other'}`, { n: number(count), ...values });
  /** `null` where there is no such text, as for a flag that is newer than the page. */
  const known = (key) => data.texts[key] ?? null;
  const name = (kind, key) => known(`${kind}.${key}`) ?? key;
  const MONTHS = t('months').split(' ');
  const SHORT_MONTHS = t('months.short').split(' ');
  const signed = (value) => (value < 0 ? '−' : value > 0 ? '+' : '') + number(Math.abs(value));

  const dateOf = (text) => {
    const [year, month, day] = text.split('-');
    if (!month) return year;
    return `${day ? `${Number(day)} ` : ''}${MONTHS[Number(month) - 1] ?? month} ${year}`;
  };
  const decimal = (value) => number(value / 10000);
  const topOf = (scale) => scale.split('-')[1];

  /** The number of the month, counted from the year 0. */
  const monthOf = (() => {
    const months = new Int32Array(total).fill(NONE);
    for (let row = 0; row < total; row += 1) {
      if (dayOf[row] === UNDATED) continue;
      const date = new Date(dayOf[row] * 86400000);
      months[row] = date.getUTCFullYear() * 12 + date.getUTCMonth();
    }
    return months;
  })();
  const monthKey = (month) =>
    `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`;

  // Elements. Texts become text nodes, never HTML.

  const make = (space) => (tag, attributes, ...children) => {
    const element = space ? document.createElementNS(space, tag) : document.createElement(tag);
    for (const [key, value] of Object.entries(attributes ?? {})) {
      if (key === 'onclick') element.addEventListener('click', value);
      else if (value === true) element.setAttribute(key, '');
      else if (value !== false && value != null) element.setAttribute(key, value);
    }
    element.append(...children.flat().filter((child) => child != null && child !== false));
    return element;
  };
  const h = make(null);
  const s = make('http://www.w3.org/2000/svg');

  // What is chosen stands in the address, and only there: so links, reloads and the back button all work.

  const KEYS = ['cell', 'driver', 'flag', 'scale', 'low', 'high', 'from', 'to', 'source', 'field', 'value', 'q', 'sort'];

  const chosen = () => {
    const values = new URLSearchParams(location.hash.slice(1));
    const state = {};
    for (const key of KEYS) state[key] = values.get(key) ?? '';
    return state;
  };
  const choose = (changes, { replacing = false } = {}) => {
    const state = { ...chosen(), ...changes };
    const values = new URLSearchParams(KEYS.filter((key) => state[key]).map((key) => [key, state[key]]));
    const hash = `#${values}`;
    if (hash === (location.hash || '#')) return;
    if (replacing) location.replace(hash);
    else location.hash = hash;
  };

  // Choosing

  const SCALES = [...new Set(data.grades.map((grade) => grade.scale))].sort();
  /** The scale whose grades can be chosen: the only one, or the chosen one; scales are never mixed. */
  const scaleOf = (state) => (SCALES.length === 1 ? SCALES[0] : SCALES.find((scale) => scale && scale === state.scale));

  const folded = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  let foldedTexts;
  const wordsOf = (query) =>
    [...folded(query).matchAll(/"([^"]+)"|[^\s"]+/g)].map((match) => match[1] ?? match[0]);

  /** A test of rows for everything that is chosen but the cells. */
  const matcher = (state) => {
    const tests = [];
    const driver = data.drivers.indexOf(state.driver);
    if (driver >= 0) tests.push((row) => (rows.driver[row] >> driver) & 1);
    const flag = data.flags.indexOf(state.flag);
    if (flag >= 0) tests.push((row) => (rows.flag[row] >> flag) & 1);
    const source = data.sources.indexOf(state.source);
    if (source >= 0) tests.push((row) => sourceOf[row] === source);
    const scale = scaleOf(state);
    if (scale !== undefined && (state.low || state.high || (SCALES.length > 1 && state.scale))) {
      const low = state.low ? Number(state.low) * 10000 : -Infinity;
      const high = state.high ? Number(state.high) * 10000 : Infinity;
      const fits = data.grades.map(
        (grade) => grade.scale === scale && grade.value >= low && grade.value <= high);
      tests.push((row) => gradeOf[row] !== NONE && fits[gradeOf[row]]);
    }
    if (state.from) tests.push((row) => monthOf[row] !== NONE && monthKey(monthOf[row]) >= state.from);
    if (state.to) tests.push((row) => monthOf[row] !== NONE && monthKey(monthOf[row]) <= state.to);
    const field = data.fields.find((column) => column.name === state.field);
    if (field && state.value) {
      const value = field.values.indexOf(state.value);
      tests.push((row) => field.row[row] === value);
    }
    const words = wordsOf(state.q);
    if (words.length) {
      foldedTexts ??= data.stories.map((story) => folded(story.text));
      tests.push((row) => {
        const text = foldedTexts[textOf[row]];
        return text !== undefined && words.every((word) => text.includes(word));
      });
    }
    return (row) => tests.every((test) => test(row));
  };

  const chosenCells = (state) => {
    const names = state.cell.split(',');
    const cells = data.cells.map((cell) => names.includes(cell));
    return cells.includes(true) ? cells : null;
  };

  // Figures

  /** (good − bad) / n with its 95 % interval: one review added to either side. */
  const balance = (good, bad, n) => {
    const [p, q] = [(good + 1) / (n + 2), (bad + 1) / (n + 2)];
    const half = 1.96 * Math.sqrt((p + q - (p - q) ** 2) / (n + 2));
    return { good, bad, n, value: (good - bad) / n, low: Math.max(-1, p - q - half), high: Math.min(1, p - q + half) };
  };
  /** A share with its 95 % interval by Wilson. */
  const share = (count, n) => {
    const z = 1.96 ** 2;
    const middle = (count + z / 2) / (n + z);
    const half = (1.96 / (n + z)) * Math.sqrt((count * (n - count)) / n + z / 4);
    return { count, n, value: count / n, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
  };
  const percent = (count, n) => {
    const value = Math.round((count / n) * 100);
    return value === 0 && count > 0 ? '<1' : number(value);
  };
  /** Of every hundred, or counts where one review would be more than a percent. */
  const shareText = (count, n) =>
    n < LEAST_FOR_SHARES ? t('of', { n: number(count), total: number(n) }) : percent(count, n);

  const bar = (parts, whole) => {
    let x = 0;
    return s('svg', { class: 'bar-plot', viewBox: '0 0 100 10', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
      parts.map(([count, kind]) => {
        const width = whole ? (count / whole) * 100 : 0;
        const part = s('rect', { class: kind, x, y: 0, width, height: 10 });
        x += width;
        return part;
      }));
  };

  const showCells = (counts, n, cells) => {
    const figure = $('cells');
    figure.querySelector('h3').textContent =
      n >= LEAST_FOR_SHARES ? t('cells.hundred')
        : n === 0 ? t('cells.empty') : n === 1 ? t('cells.single') : t('cells.few', { n: number(n) });
    const most = Math.max(...counts, 1);
    figure.querySelector('tbody').replaceChildren(...data.cells.map((cell, place) => {
      const pressed = cells?.[place] ?? false;
      const toggle = () => {
        const next = data.cells.filter((other, at) => (at === place ? !pressed : cells?.[at]));
        choose({ cell: next.join(',') });
      };
      return h('tr', { class: pressed ? 'pressed' : cells ? 'aside' : null },
        h('th', { scope: 'row' }, h('button', { type: 'button', 'aria-pressed': String(pressed), 'data-key': cell, onclick: toggle }, t(`cell.${cell}`))),
        h('td', { class: 'share' }, n >= LEAST_FOR_SHARES ? percent(counts[place], n) : number(counts[place])),
        h('td', { class: 'line' }, bar([[counts[place], cell]], most)),
        h('td', { class: 'count' }, n >= LEAST_FOR_SHARES ? number(counts[place]) : ''));
    }));
  };

  const showBalances = (stories, verdicts) => {
    const figure = $('balances');
    figure.hidden = !stories.n;
    if (!stories.n) return;
    const balances = [['story', stories], ['verdict', verdicts]];
    const reach = Math.max(...balances.flatMap(([, one]) => [-one.low, one.high, Math.abs(one.value)]));
    const end = [0.05, 0.1, 0.2, 0.3, 0.5, 0.75, 1].find((limit) => limit >= reach) ?? 1;
    figure.querySelector('.plot').replaceChildren(
      h('div', { class: 'scale', 'aria-hidden': 'true' }, h('span', {}, `← ${t('balance.left')}`), h('span', {}, `${t('balance.right')} →`)),
      ...balances.map(([kind, one]) => {
        const points = (value) => signed(Math.round(value * 100));
        const few = one.n < LEAST_FOR_SHARES;
        const between = t('balance.between', { low: points(one.low), high: points(one.high) });
        const sides = t(`balance.${kind}.sides`, { good: number(one.good), bad: number(one.bad), n: number(one.n) });
        const x = (value) => 50 + (value / end) * 48;
        const describe = `${t(`balance.${kind}`)}: ${few ? '' : `${points(one.value)}, `}${between}; ${sides}`;
        return h('div', { class: 'balance' },
          h('p', { class: 'balance-name' }, h('strong', {}, t(`balance.${kind}`)), ' ',
            few ? null : h('span', { class: 'balance-value' }, points(one.value)), ' ', h('span', { class: 'hint' }, between)),
          s('svg', { role: 'img', 'aria-label': describe, class: 'balance-plot', viewBox: '0 0 100 14', preserveAspectRatio: 'none' },
            s('title', {}, describe),
            s('line', { class: 'axis', x1: 2, x2: 98, y1: 7, y2: 7 }),
            s('line', { class: 'zero', x1: 50, x2: 50, y1: 0, y2: 14 }),
            s('line', { class: 'reach', x1: x(one.low), x2: x(one.high), y1: 7, y2: 7 }),
            s('line', { class: 'point', x1: x(one.value), x2: x(one.value), y1: 7, y2: 7 })),
          h('p', { class: 'hint' }, sides));
      }));
  };

  /** Months, or quarters or years where there are many. */
  const UNITS = [['month', 1, 36], ['quarter', 3, 40], ['year', 12, Infinity]];
  const periodName = (unit, period, quarter = 'quarter') => {
    if (unit === 'year') return String(period);
    if (unit === 'quarter') return t(quarter, { q: (period % 4) + 1, year: Math.floor(period / 4) });
    return `${MONTHS[period % 12]} ${Math.floor(period / 12)}`;
  };

  /** Draws it anew for another width. */
  let drawTrend = () => {};

  const showTrend = (months, undated) => {
    const figure = $('trend');
    const known = [...months.keys()].sort((a, b) => a - b);
    figure.hidden = !total;
    const [hint, plot, details] = [figure.querySelector('.hint'), figure.querySelector('.plot'), figure.querySelector('details')];
    plot.hidden = details.hidden = !known.length;
    if (!known.length) {
      hint.textContent = t('trend.none');
      drawTrend = () => {};
      return;
    }
    const span = (size) => Math.floor(known.at(-1) / size) - Math.floor(known[0] / size) + 1;
    const [unit, size] = UNITS.find(([, one, most]) => span(one) <= most);
    const first = Math.floor(known[0] / size);
    const periods = Array.from({ length: span(size) }, (_, at) => ({ period: first + at, n: 0, good: 0, bad: 0 }));
    for (const [month, one] of months) {
      const period = periods[Math.floor(month / size) - first];
      for (const key of ['n', 'good', 'bad']) period[key] += one[key];
    }
    const values = { unit: t(`unit.${unit}`), least: LEAST_FOR_TREND, bar: LEAST_FOR_BAR };
    hint.textContent = t(periods.some((one) => one.n >= LEAST_FOR_TREND) ? 'trend.hint' : 'trend.hint.few', values)
      + (undated ? ` ${t('trend.undated', { n: number(undated) })}` : '');
    drawTrend = () => plot.replaceChildren(trendPlot(periods, unit, plot.clientWidth || 680));
    drawTrend();
    const filled = periods.filter((one) => one.n);
    const cell = (count, n) => {
      const { low, high } = share(count, n);
      return [h('td', {}, shareText(count, n)),
        h('td', {}, `${Math.round(low * 100)}–${Math.round(high * 100)}`)];
    };
    details.querySelector('div').replaceChildren(h('table', { 'aria-label': t('trend') },
      h('thead', {}, h('tr', {}, ['period', 'n', 'good', 'interval', 'bad', 'interval'].map((key) => h('th', { scope: 'col' }, t(`column.${key}`))))),
      h('tbody', {}, filled.map((one) => h('tr', {}, h('th', { scope: 'row' }, periodName(unit, one.period)),
        h('td', {}, number(one.n)), cell(one.good, one.n), cell(one.bad, one.n))))));
  };

  const trendPlot = (periods, unit, width) => {
    const height = 220;
    const [left, right, top, bottom] = [34, 8, 10, 26];
    const inner = width - left - right;
    const sure = periods.filter((one) => one.n >= LEAST_FOR_TREND);
    const shares = (sure.length ? sure : periods.filter((one) => one.n >= LEAST_FOR_BAR)).flatMap((one) => [share(one.good, one.n), share(one.bad, one.n)]);
    const reach = Math.max(...shares.map((one) => one.high), 0.03);
    const end = [0.04, 0.06, 0.1, 0.16, 0.2, 0.3, 0.4, 0.5, 0.7, 1].find((limit) => limit >= reach) ?? 1;
    const middle = top + (height - top - bottom) / 2;
    const y = (value) => middle - (Math.max(-end, Math.min(end, value)) / end) * ((height - top - bottom) / 2);
    const step = inner / periods.length;
    const barWidth = Math.max(2, Math.min(step * 0.62, 38));
    const describe = t('trend.describe', { n: number(periods.length), first: periodName(unit, periods[0].period), last: periodName(unit, periods.at(-1).period) });
    const plot = s('svg', { role: 'img', 'aria-labelledby': 'trend-title trend-desc', viewBox: `0 0 ${width} ${height}`, class: 'trend-plot' },
      s('title', { id: 'trend-title' }, t('trend')), s('desc', { id: 'trend-desc' }, describe));
    for (const value of [end, end / 2, 0, -end / 2, -end]) {
      plot.append(s('line', { class: value === 0 ? 'zero' : 'grid', x1: left, x2: width - right, y1: y(value), y2: y(value) }));
      plot.append(s('text', { x: left - 6, y: y(value) + 4, 'text-anchor': 'end' }, number(Math.round(Math.abs(value) * 100))));
    }
    const every = Math.ceil((unit === 'month' ? 58 : unit === 'quarter' ? 76 : 40) / step);
    periods.forEach((one, at) => {
      const x = left + step * (at + 0.5);
      if (one.n) {
        const few = one.n < LEAST_FOR_TREND ? ' few' : '';
        const group = s('g', {}, s('title', {}, `${periodName(unit, one.period)}: ${t('column.good')} ${t('of', { n: one.good, total: one.n })}, ${t('column.bad')} ${t('of', { n: one.bad, total: one.n })}`));
        if (one.n < LEAST_FOR_BAR) group.append(s('circle', { class: 'few', cx: x, cy: y(0), r: Math.min(3.5, step / 2) }));
        else for (const [count, kind, sign] of [[one.good, 'good', 1], [one.bad, 'bad', -1]]) {
          const { value, low, high } = share(count, one.n);
          const [start, stop] = [y(0), y(sign * value)];
          group.append(s('rect', { class: kind + few, x: x - barWidth / 2, width: barWidth, y: Math.min(start, stop), height: Math.abs(stop - start) }));
          group.append(s('line', { class: `whisker${few}`, x1: x, x2: x, y1: y(sign * low), y2: y(sign * high) }));
        }
        plot.append(group);
      }
      if (at % every === 0 && x + 20 < width) {
        const label = unit === 'year' ? String(one.period)
          : unit === 'quarter' ? periodName(unit, one.period, 'quarter.short')
            : `${SHORT_MONTHS[one.period % 12]} ${one.period % 12 === 0 || at === 0 ? Math.floor(one.period / 12) : ''}`;
        plot.append(s('text', { x, y: height - 8, 'text-anchor': 'middle' }, label.trim()));
      }
    });
    plot.append(
      s('text', { class: 'side good', x: left + 4, y: top + 10 }, `↑ ${t('column.good')}`),
      s('text', { class: 'side bad', x: left + 4, y: height - bottom - 4 }, `↓ ${t('column.bad')}`));
    return plot;
  };

  /** Rows with a bar of three labels and the three counts. */
  const labelTable = (title, head, list) => h('table', { class: 'labels', 'aria-label': title },
    h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, head), h('th', { class: 'line' }, h('span', { class: 'unseen' }, t('column.share'))),
      LABELS.map((label) => h('th', { scope: 'col', class: label }, h('span', { class: 'long' }, t(`label.${label}`)), h('abbr', { class: 'short', title: t(`label.${label}`) }, t(`label.${label}.short`)))))),
    h('tbody', {}, list.map(({ title: row, counts, whole, element }) => h('tr', {},
      h('th', { scope: 'row' }, element ?? row),
      h('td', { class: 'line' }, bar(counts.map((count, place) => [count, LABELS[place]]), whole)),
      counts.map((count) => h('td', { class: count ? null : 'zero' }, number(count)))))));

  const showDrivers = (drivers, state) => {
    const figure = $('drivers');
    figure.hidden = !total;
    const list = drivers.map((counts, place) => ({ place, counts, sum: counts[0] + counts[1] + counts[2] }))
      .filter((one) => one.sum).sort((a, b) => b.sum - a.sum || a.place - b.place);
    figure.querySelector('.plot').replaceChildren(list.length
      ? labelTable(t('drivers'), t('column.driver'), list.map(({ place, counts, sum }) => {
        const driver = data.drivers[place];
        const pressed = state.driver === driver;
        return {
          counts, whole: sum,
          element: h('button', { type: 'button', 'aria-pressed': String(pressed), 'data-key': driver, onclick: () => choose({ driver: pressed ? '' : driver }) }, name('driver', driver)),
        };
      }))
      : h('p', { class: 'hint' }, t('drivers.none')));
  };

  /** Whole grades, tens for percentages. */
  const gradeStep = (scale, value) => {
    const size = scale === '0-100' ? 10 : 1;
    return Math.floor(value / 10000 / size + (size === 1 ? 0.5 : 0)) * size;
  };

  const showGrades = (grades) => {
    const figure = $('grades');
    figure.hidden = !total;
    const scales = new Map();
    grades.forEach((counts, place) => {
      const sum = counts[0] + counts[1] + counts[2];
      if (!sum) return;
      const { scale, value } = data.grades[place];
      const steps = scales.get(scale) ?? new Map();
      scales.set(scale, steps);
      const step = gradeStep(scale, value);
      const known = steps.get(step) ?? [0, 0, 0];
      steps.set(step, known.map((count, label) => count + counts[label]));
    });
    const title = (scale, step) => (scale === '0-100' && step < 100 ? `${step}–${step + 9}` : number(step));
    figure.querySelector('.plot').replaceChildren(...(scales.size
      ? [...scales].sort().flatMap(([scale, steps]) => {
        const sum = [...steps.values()].flat().reduce((one, other) => one + other, 0);
        const heading = `${scale ? t('grades.scale', { scale: scale.replace('-', '–') }) : t('grades.unscaled')}, ${counted('grades', sum)}`;
        return [h('p', { class: 'scale-name' }, heading), labelTable(heading, t('column.grade'), [...steps].sort((a, b) => b[0] - a[0]).map(([step, counts]) => ({
          title: title(scale, step), counts, whole: counts[0] + counts[1] + counts[2],
        })))];
      })
      : [h('p', { class: 'hint' }, t('grades.none'))]));
  };

  // Stories

  const CONTEXT = 300;
  const tagFlags = ['sensitive', 'not-quotable'];

  /** Text with the moment and, where wanted, the words that counted standing out. */
  const marked = (story, start, end, words) => {
    const cuts = new Set([start, end]);
    const add = (place) => { if (place > start && place < end) cuts.add(place); };
    const moment = story.moment ?? [0, 0];
    [...moment, story.title, ...words.flat()].forEach(add);
    const places = [...cuts].sort((a, b) => a - b);
    const paragraph = h('p', {});
    let mark = null;
    places.slice(0, -1).forEach((from, at) => {
      const to = places[at + 1];
      let piece = story.text.slice(from, to);
      const inMoment = from >= moment[0] && to <= moment[1];
      if (words.some(([first, last]) => from >= first && to <= last)) piece = h('span', { class: 'word' }, piece);
      if (to <= story.title) piece = h('span', { class: 'title' }, piece);
      if (inMoment) {
        if (!mark) paragraph.append(mark = h('mark', {}));
        mark.append(piece);
      } else {
        mark = null;
        paragraph.append(piece);
      }
    });
    return paragraph;
  };

  /** Where to cut a long text around its moment, at spaces. */
  const shownRange = (story) => {
    const [first, last] = story.moment ?? [0, 0];
    let start = first - CONTEXT;
    let end = Math.max(last, first) + CONTEXT;
    const { text } = story;
    if (start < CONTEXT / 2) start = 0;
    else {
      const space = text.indexOf(' ', start);
      if (space !== -1 && space < first) start = space + 1;
    }
    if (end > text.length - CONTEXT / 2) end = text.length;
    else {
      const space = text.lastIndexOf(' ', end);
      if (space > last) end = space;
    }
    // Not between the halves of a character.
    if (/[\uDC00-\uDFFF]/.test(text[start] ?? '')) start += 1;
    if (/[\uDC00-\uDFFF]/.test(text[end] ?? '')) end += 1;
    return [start, end];
  };

  const gradeText = (row) => {
    if (gradeOf[row] === NONE) return null;
    const { scale, value } = data.grades[gradeOf[row]];
    return scale ? t('grade.of', { n: decimal(value), top: topOf(scale) }) : t('grade.bare', { n: decimal(value) });
  };
  const permissionText = (story) => (story.permission ? name('permission', story.permission) : null);
  const namesIn = (bits, names) => names.filter((_, place) => (bits >> place) & 1);

  const reasonList = (story, title, reasons) => (reasons.length
    ? [h('p', { class: 'why-title' }, title), h('ul', {}, reasons.map((reason) => {
      const words = reason.words.map(([start, end]) => story.text.slice(start, end).replace(/^[\p{P}\s]+|\s+$/gu, '')).filter(Boolean);
      return h('li', {}, t(`reason.${reason.name}`), words.length ? h('span', { class: 'words' }, ` ‘${words.join('’, ‘')}’`) : null);
    }))]
    : []);

  const article = (story, place) => {
    const { row } = story;
    const cell = data.cells[cellOf[row]];
    const label = LABELS[LABEL_OF_CELL[cellOf[row]]];
    const isStory = IS_STORY[cellOf[row]];
    const drivers = namesIn(rows.driver[row], data.drivers);
    const flags = namesIn(rows.flag[row], data.flags);
    const [start, end] = shownRange(story);
    let isWhole = start === 0 && end === story.text.length;
    const quote = h('blockquote', {});
    const details = h('details', {});
    const words = [...story.story, ...story.verdict].flatMap((reason) => reason.words);
    const show = () => {
      const [from, to] = isWhole ? [0, story.text.length] : [start, end];
      const paragraph = marked(story, from, to, details.open ? words : []);
      if (from > 0 || story.isCut[0]) paragraph.prepend(h('span', { class: 'cut' }, '[…] '));
      if (to < story.text.length || story.isCut[1]) paragraph.append(h('span', { class: 'cut' }, ' […]'));
      quote.replaceChildren(paragraph);
    };
    const facts = [story.date ? dateOf(story.date) : null, gradeText(row), data.sources.length > 1 ? data.sources[sourceOf[row]] : null, story.id, permissionText(story)]
      .filter(Boolean);
    const button = isWhole ? null : h('button', {
      type: 'button', class: 'quiet whole', 'aria-expanded': 'false',
      onclick: () => {
        isWhole = !isWhole;
        button.textContent = t(isWhole ? 'less' : 'whole');
        button.setAttribute('aria-expanded', String(isWhole));
        show();
      },
    }, t('whole'));
    details.append(h('summary', {}, t('why')));
    details.addEventListener('toggle', () => {
      if (details.open && details.childElementCount === 1) {
        const fields = data.fields.filter((field) => field.row[row] != null);
        details.append(h('div', { class: 'why' },
          reasonList(story, t('why.story'), story.story),
          reasonList(story, t(`why.${label}`), story.verdict),
          isStory ? h('p', { class: 'hint' }, t('why.memorable', { n: (story.memorability / 10000).toLocaleString(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 }) })) : null,
          fields.length ? h('dl', { class: 'fields' }, fields.map((field) => h('div', {}, h('dt', {}, field.name), h('dd', {}, h('bdi', {}, field.values[field.row[row]]))))) : null));
      }
      show();
    });
    show();
    return h('article', { class: `story ${label}${isStory ? '' : ' plain'}`, tabindex: '-1', 'data-id': story.id, 'aria-label': isStory ? t('story', { n: place + 1 }) : t('story.plain') },
      h('p', { class: 'kicker' }, h('span', { class: 'rank', 'aria-hidden': 'true' }, String(place + 1)), h('span', { class: 'kind' }, t(`kind.${cell}`)),
        drivers.length ? h('span', { class: 'about' }, drivers.slice(0, 3).map((driver) => name('driver', driver)).join(', ')) : null),
      quote,
      h('p', { class: 'facts' }, facts.flatMap((fact, at) => [at ? ' · ' : null, h('bdi', {}, fact)])),
      flags.length ? h('ul', { class: 'flags' }, flags.map((flag) => h('li', { class: tagFlags.includes(flag) ? 'caution' : null, title: known(`flag.${flag}.is`) }, name('flag', flag)))) : null,
      h('div', { class: 'row' }, button, details));
  };

  const list = $('list');
  let found = [];
  let shown = 0;

  const showMore = (count) => {
    const next = found.slice(shown, shown + count);
    list.append(...next.map((place, at) => article(data.stories[place], shown + at)));
    shown += next.length;
    const rest = found.length - shown;
    $('more').hidden = rest <= 0;
    $('more').textContent = counted('more', Math.min(rest, PAGE_LENGTH), { total: number(rest) });
  };

  const showStories = (texts, n, sort) => {
    found = texts;
    const key = (place) => dayOf[data.stories[place].row];
    // Those without a date come last either way; the sort is stable, so ties stay ranked.
    if (sort === 'new') found = [...texts].sort((a, b) => key(b) - key(a));
    if (sort === 'old') found = [...texts].sort((a, b) => (key(a) === UNDATED) - (key(b) === UNDATED) || key(a) - key(b));
    shown = 0;
    list.replaceChildren();
    if (!found.length) {
      list.append(h('p', { class: 'hint' }, n ? t('stories.elsewhere', { n: number(n) }) : t(total ? 'stories.nothing' : 'stories.none')));
    }
    showMore(PAGE_LENGTH);
  };

  // Filters

  const form = $('filters');
  const control = (key) => form.elements.namedItem(key);
  const options = (key, first, list) => control(key).replaceChildren(
    h('option', { value: '' }, first), ...list.map(([value, text]) => h('option', { value }, text)));
  const part = (key, isNeeded) => { form.querySelector(`[data-part="${key}"]`).hidden = !isNeeded; };

  const prepareFilters = () => {
    const any = t('filter.any');
    options('cell', any, data.cells.map((cell) => [cell, t(`cell.${cell}`)]));
    const used = (column) => column.reduce((bits, one) => bits | one, 0);
    const alphabetical = (kind, names, bits) => namesIn(bits, names).map((key) => [key, name(kind, key)])
      .sort((a, b) => a[1].localeCompare(b[1], language));
    options('driver', any, alphabetical('driver', data.drivers, used(rows.driver)));
    options('flag', any, alphabetical('flag', data.flags, used(rows.flag)));
    options('source', any, [...new Set(data.sources)].sort().map((source) => [source, source]));
    part('sources', data.sources.length > 1);
    const months = [...new Set(monthOf)].filter((month) => month !== NONE).sort((a, b) => a - b)
      .map((month) => [monthKey(month), dateOf(monthKey(month))]);
    options('from', t('filter.from.any'), months);
    options('to', t('filter.to.any'), months);
    part('dates', months.length > 0);
    options('scale', t('filter.scale.any'), SCALES.filter(Boolean).map((scale) => [scale, scale.replace('-', '–')]));
    control('scale').hidden = SCALES.length < 2;
    part('grades', SCALES.length > 0);
    options('field', any, data.fields.map((field) => [field.name, field.name]));
    part('fields', data.fields.length > 0);
  };

  const syncFilters = (state) => {
    const scale = scaleOf(state);
    const grades = data.grades.filter((grade) => grade.scale === scale).map((grade) => grade.value / 10000)
      .sort((a, b) => a - b).map((value) => [String(value), number(value)]);
    options('low', t('filter.low.any'), grades);
    options('high', t('filter.high.any'), grades);
    control('low').disabled = control('high').disabled = scale === undefined;
    const field = data.fields.find((column) => column.name === state.field);
    const values = field ? [...field.values].sort((a, b) => a.localeCompare(b, language, { numeric: true })) : [];
    options('value', t('filter.any'), values.map((value) => [value, value]));
    control('value').disabled = !field;
    const many = state.cell.includes(',');
    control('cell').querySelector('[value="*"]')?.remove();
    if (many) control('cell').append(h('option', { value: '*' }, t('filter.more')));
    for (const key of KEYS) {
      const element = control(key);
      if (element) element.value = key === 'cell' && many ? '*' : state[key];
    }
    $('sort').value = state.sort;
    if ($('q') !== document.activeElement) $('q').value = state.q;
  };

  const showChosen = (state) => {
    const chips = [];
    const add = (text, changes) => chips.push(h('li', {}, h('button', {
      type: 'button', 'aria-label': t('chosen.remove', { name: text }), onclick: () => choose(changes),
    }, text, h('span', { 'aria-hidden': 'true' }, ' ×'))));
    const cells = data.cells.filter((cell) => state.cell.split(',').includes(cell));
    for (const cell of cells) add(t(`kind.${cell}`), { cell: cells.filter((other) => other !== cell).join(',') });
    if (data.drivers.includes(state.driver)) add(name('driver', state.driver), { driver: '' });
    if (data.flags.includes(state.flag)) add(name('flag', state.flag), { flag: '' });
    if (scaleOf(state) !== undefined) {
      if (SCALES.length > 1) add(scaleOf(state).replace('-', '–'), { scale: '', low: '', high: '' });
      if (state.low) add(t('chosen.low', { n: number(Number(state.low)) }), { low: '' });
      if (state.high) add(t('chosen.high', { n: number(Number(state.high)) }), { high: '' });
    }
    if (state.from) add(t('chosen.from', { month: dateOf(state.from) }), { from: '' });
    if (state.to) add(t('chosen.to', { month: dateOf(state.to) }), { to: '' });
    if (data.sources.includes(state.source)) add(state.source, { source: '' });
    if (state.field && state.value) add(`${state.field}: ${state.value}`, { field: '', value: '' });
    if (state.q) add(`‘${state.q}’`, { q: '' });
    $('chosen').replaceChildren(...chips);
    $('chosen').hidden = !chips.length;
    $('filter-count').textContent = chips.length ? ` (${chips.length})` : '';
  };

  form.addEventListener('change', (event) => {
    const { name: key, value } = event.target;
    if (key === 'scale') choose({ scale: value, low: '', high: '' });
    else if (key === 'field') choose({ field: value, value: '' });
    else if (value !== '*') choose({ [key]: value });
  });
  form.addEventListener('reset', (event) => {
    event.preventDefault();
    choose(Object.fromEntries(KEYS.map((key) => [key, ''])));
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  let typing;
  $('q').addEventListener('input', () => {
    clearTimeout(typing);
    typing = setTimeout(() => choose({ q: $('q').value.trim() }, { replacing: true }), 150);
  });
  $('sort').addEventListener('change', () => choose({ sort: $('sort').value }));
  const toggleFilters = () => {
    form.hidden = !form.hidden;
    $('open-filters').setAttribute('aria-expanded', String(!form.hidden));
    if (!form.hidden) control('cell').focus();
  };
  $('open-filters').addEventListener('click', toggleFilters);
  $('more').addEventListener('click', () => {
    const at = shown;
    showMore(PAGE_LENGTH);
    list.children[at]?.focus();
  });

  // Everything that is shown, from what is chosen

  const show = () => {
    const focused = document.activeElement?.dataset.key;
    const state = chosen();
    const matches = matcher(state);
    const cells = chosenCells(state);
    const counts = new Array(data.cells.length).fill(0);
    let n = 0;
    let [good, bad, enthusiastic, dissatisfied, stories, undated] = [0, 0, 0, 0, 0, 0];
    const months = new Map();
    const drivers = data.drivers.map(() => [0, 0, 0]);
    const grades = data.grades.map(() => [0, 0, 0]);
    const isChosen = new Uint8Array(total);
    for (let row = 0; row < total; row += 1) {
      if (!matches(row)) continue;
      const cell = cellOf[row];
      counts[cell] += 1;
      if (cells && !cells[cell]) continue;
      n += 1;
      isChosen[row] = 1;
      const label = LABEL_OF_CELL[cell];
      if (label === 0) enthusiastic += 1;
      if (label === 2) dissatisfied += 1;
      if (IS_STORY[cell]) stories += 1;
      const side = sideOf[row];
      if (side === 'g') good += 1;
      if (side === 'b') bad += 1;
      if (monthOf[row] === NONE) undated += 1;
      else {
        let month = months.get(monthOf[row]);
        if (!month) months.set(monthOf[row], month = { n: 0, good: 0, bad: 0 });
        month.n += 1;
        if (side === 'g') month.good += 1;
        if (side === 'b') month.bad += 1;
      }
      for (let bits = rows.driver[row], place = 0; bits; bits >>= 1, place += 1) {
        if (bits & 1) drivers[place][label] += 1;
      }
      if (gradeOf[row] !== NONE) grades[gradeOf[row]][label] += 1;
    }
    const texts = data.stories.map((_, place) => place).filter((place) => isChosen[data.stories[place].row]);
    const isFiltered = n < total;
    $('status').replaceChildren(
      isFiltered ? t('status.of', { n: number(n), total: number(total) }) : counted('status.all', total),
      ' · ', counted('status.stories', stories));
    $('caveat').hidden = !state.q || data.stories.length === total;
    $('caveat').textContent = t('search.caveat', { texts: number(data.stories.length) });
    showCells(counts, counts.reduce((one, other) => one + other, 0), cells);
    showBalances(balance(good, bad, n), balance(enthusiastic, dissatisfied, n));
    showTrend(months, undated);
    showDrivers(drivers, state);
    showGrades(grades);
    syncFilters(state);
    showChosen(state);
    showStories(texts, n, state.sort);
    if (focused) document.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
  };

  // Saving

  const row = (place, at) => {
    const story = data.stories[place];
    const grade = gradeOf[story.row] === NONE ? null : data.grades[gradeOf[story.row]];
    const cell = data.cells[cellOf[story.row]];
    return {
      rank: at + 1, source: data.sources[sourceOf[story.row]], id: story.id, date: story.date ?? '',
      grade: grade ? grade.value / 10000 : '', scale: grade?.scale ?? '',
      label: t(`label.${LABELS[LABEL_OF_CELL[cellOf[story.row]]]}`), cell: t(`kind.${cell}`),
      drivers: namesIn(rows.driver[story.row], data.drivers).map((key) => name('driver', key)).join(', '),
      flags: namesIn(rows.flag[story.row], data.flags).map((key) => name('flag', key)).join(', '),
      permission: permissionText(story) ?? '', memorability: story.memorability / 10000,
      moment: story.moment ? story.text.slice(...story.moment) : '', text: story.text,
    };
  };
  const sensitive = data.flags.indexOf('sensitive');
  const isSensitive = (place) => sensitive >= 0 && (rows.flag[data.stories[place].row] >> sensitive) & 1;
  const saved = () => found.filter((place) => $('with-sensitive').checked || !isSensitive(place)).map(row);

  const csvCell = (value) => {
    if (typeof value === 'number') return language === 'nl' ? String(value).replace('.', ',') : String(value);
    // A spreadsheet would take these for formulas.
    const safe = /^'*[=+\-@\t\r\n＝＋－＠]/.test(value) ? `'${value}` : value;
    return /["\n\r,;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  const csv = () => {
    const delimiter = t('csv.delimiter');
    const lines = [t('csv.head').split(','), ...saved().map((one) => Object.values(one).map(csvCell))];
    // With a mark of UTF-8, so that Excel reads it as such.
    return `\uFEFF${lines.map((line) => line.join(delimiter)).join('\r\n')}\r\n`;
  };
  const inMarkdown = (text) => text.replace(/\s+/g, ' ').trim()
    .replace(/[\\`*_[\]<>#|~&$!@]/g, '\\$&').replace(/:(?=\/)/g, '\\:').replace(/([wW])\./g, '$1\\.')
    .replace(/^([-+=])/, '\\$1').replace(/^(\d{1,9})([.)])/, '$1\\$2');
  const markdown = () => saved().map((one) => {
    const grade = one.grade === '' ? '' : t(one.scale ? 'grade.of' : 'grade.bare', { n: number(one.grade), top: topOf(one.scale) ?? '' });
    const facts = [one.date, grade, `${one.source} ${one.id}`, one.permission, one.flags].filter(Boolean).map(inMarkdown);
    const indent = ' '.repeat(String(one.rank).length + 2);
    return `${one.rank}. **${inMarkdown(one.cell)}${one.drivers ? `: ${inMarkdown(one.drivers)}` : ''}** · ${facts.join(' · ')}\n\n`
      + `${indent}> ${inMarkdown(one.moment || one.text)}\n`;
  }).join('\n');
  const save = (text, type, ending) => {
    const address = URL.createObjectURL(new Blob([text], { type }));
    h('a', { href: address, download: `${t('save.name')}.${ending}` }).click();
    setTimeout(() => URL.revokeObjectURL(address), 60000);
  };
  $('save').addEventListener('click', () => {
    const sensitiveCount = found.filter(isSensitive).length;
    $('with-sensitive').checked = false;
    $('save-count').textContent = counted('save.count', found.length - sensitiveCount);
    $('save-sensitive').hidden = !sensitiveCount;
    $('save-sensitive').querySelector('span').textContent = counted('save.sensitive', sensitiveCount);
    $('save-dialog').showModal();
  });
  $('save-csv').addEventListener('click', () => save(csv(), 'text/csv;charset=utf-8', 'csv'));
  $('save-markdown').addEventListener('click', () => save(markdown(), 'text/markdown;charset=utf-8', 'md'));

  // Keys

  const goTo = (step) => {
    const articles = [...list.querySelectorAll('article')];
    const now = articles.indexOf(document.activeElement?.closest('article'));
    let next = now === -1 ? (step > 0 ? 0 : -1) : now + step;
    if (next >= articles.length) {
      showMore(PAGE_LENGTH);
      next = Math.min(next, list.children.length - 1);
    }
    const article = list.querySelectorAll('article')[next];
    if (!article) return;
    article.focus({ preventScroll: true });
    article.scrollIntoView({ block: 'start' });
  };
  const showHelp = () => $('help').showModal();
  const ACTIONS = {
    j: () => goTo(1),
    k: () => goTo(-1),
    o: () => {
      const details = document.activeElement?.closest('article')?.querySelector('details');
      if (details) details.open = !details.open;
    },
    '/': () => $('q').focus(),
    f: toggleFilters,
    '?': showHelp,
  };
  document.addEventListener('keydown', (event) => {
    const { target } = event;
    if (target.id === 'q' && event.key === 'Escape') {
      target.blur();
      return;
    }
    if (event.ctrlKey || event.altKey || event.metaKey || target.closest('input, select, textarea, dialog')) return;
    const action = ACTIONS[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  });
  $('open-help').addEventListener('click', showHelp);
  $('flag-list').append(...data.flags.filter((flag) => known(`flag.${flag}.is`)).sort().map((flag) =>
    h('div', {}, h('dt', {}, name('flag', flag)), h('dd', {}, t(`flag.${flag}.is`)))));

  // Beginning

  for (const element of document.querySelectorAll('.script, .tools, #bar')) element.hidden = !total;
  document.querySelector('.skip').addEventListener('click', (event) => {
    // The address is for what is chosen.
    event.preventDefault();
    $('stories').focus();
    $('stories').scrollIntoView();
  });
  prepareFilters();
  show();
  window.addEventListener('hashchange', show);
  let width = window.innerWidth;
  window.addEventListener('resize', () => {
    if (window.innerWidth === width) return;
    width = window.innerWidth;
    drawTrend();
  });
  performance.mark('usable');
}
