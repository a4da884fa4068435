'use strict';
(() => {
  const undefinedText = '–';
  const colour = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const fixed = digits => value => value.toFixed(digits);
  const formats = {
    WHOLE: fixed(0),
    DECIMAL: fixed(2),
    PROBABILITY: fixed(3),
    PERCENT: value => (value * 100).toFixed(1) + ' %',
    MEGABYTES: value => Math.round(value / 1048576) + ' MB',
    SECONDS: value => value.toFixed(1) + ' s',
    DEGREES: value => value.toFixed(1) + ' °C',
  };
  const charts = [];

  function series(name, i, format) {
    return {
      label: name,
      stroke: () => colour('--c' + (i % 9)),
      width: name === 'buy_and_hold' || name === 'budget' ? 3 : 1.75,
      dash: i >= 9 || name === 'buy_and_hold' || name === 'budget' ? [8, 5] : undefined,
      spanGaps: true,
      value: (chart, value) => value == null ? undefinedText : format(value),
    };
  }

  function draw(place) {
    const shown = JSON.parse(document.getElementById(place.id + '-data').textContent);
    const format = formats[place.dataset.format];
    const time = place.dataset.time === 'true';
    const points = shown.data[0].length < 3;
    const axis = {
      stroke: () => colour('--soft'),
      grid: { stroke: () => colour('--edge'), width: 1 },
      ticks: { stroke: () => colour('--edge'), width: 1 },
    };
    const chart = new uPlot({
      width: Math.max(260, place.clientWidth),
      height: place.clientWidth < 500 ? 260 : 320,
      tzDate: seconds => uPlot.tzDate(new Date(seconds * 1000), 'Etc/UTC'),
      scales: { x: { time } },
      axes: [
        Object.assign({}, axis, time ? {} : { label: place.dataset.axis, labelSize: 24,
          incrs: [1, 2, 5, 10, 20, 25, 50, 100] }),
        Object.assign({}, axis, { size: 78, values: (chart, values) => values.map(format) }),
      ],
      series: [
        { label: place.dataset.axis,
          value: time
            ? '{YYYY}-{MM}-{DD}' + (place.dataset.axis === 'time' ? ' {HH}:{mm}' : '')
            : (chart, value) => value == null ? undefinedText : String(value) },
        ...shown.names.map((name, i) =>
          Object.assign(series(name, i, format), points ? { points: { show: true } } : {})),
      ],
    }, shown.data, place);
    charts.push({ chart, place });
  }

  function redraw() {
    for (const { chart } of charts) {
      chart.redraw(false);
    }
  }

  // Drawn when they come near, so that a phone is not busy with what nobody looks at.
  const near = new IntersectionObserver(entries => {
    for (const entry of entries) {
      if (entry.isIntersecting) {
        near.unobserve(entry.target);
        draw(entry.target);
      }
    }
  }, { rootMargin: '600px' });
  document.querySelectorAll('.chart').forEach(place => near.observe(place));

  const drawAll = () => document.querySelectorAll('.chart:empty').forEach(place => {
    near.unobserve(place);
    draw(place);
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);
  addEventListener('resize', () => {
    for (const { chart, place } of charts) {
      chart.setSize({ width: Math.max(260, place.clientWidth), height: chart.height });
    }
  });
  // Paper is white.
  addEventListener('beforeprint', () => {
    document.documentElement.classList.add('print');
    drawAll();
    redraw();
  });
  addEventListener('afterprint', () => {
    document.documentElement.classList.remove('print');
    redraw();
  });

  const live = document.getElementById('live');
  if (live && live.dataset.address) {
    const look = async () => {
      try {
        const answer = await fetch(live.dataset.address, { cache: 'no-store' });
        const now = await answer.json();
        live.textContent = now.text;
      } catch (gone) {
        live.textContent = 'The server does not answer any more.';
      }
      setTimeout(look, 2000);
    };
    look();
  }
})();
