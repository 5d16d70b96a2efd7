// The monitoring page: asks the host once a second and shows what it says.
//
// Whatever plugins wrote becomes text and never markup: only textContent and attributes are set,
// and the server's Content-Security-Policy makes the browser refuse anything else.

const EVERY_MS = 1000;
const PATIENCE_MS = 4000;
const LINES = 200;
const KEY = 'token';

// Shape, colour and word together, so that no one has to tell colours apart.
const STATES = {
  discovered: { glyph: '○', tone: 'idle' },
  starting: { glyph: '◐', tone: 'busy' },
  ready: { glyph: '●', tone: 'ok' },
  unwell: { glyph: '▲', tone: 'bad' },
  restarting: { glyph: '↻', tone: 'busy' },
  failed: { glyph: '✕', tone: 'bad' },
  quarantined: { glyph: '■', tone: 'bad' },
  stopped: { glyph: '□', tone: 'idle' },
};

const LEVELS = { WARN: 'busy', ERROR: 'bad' };

const byId = (id) => document.getElementById(id);
const rows = new Map();
let token = takeToken();
let lastAnswer = null;
let wake = () => {};

// --- the token

/** From the address, which is cleaned at once, or from this tab's memory. */
function takeToken() {
  const found = /^#token=([\w-]+)$/.exec(location.hash);
  if (found) {
    sessionStorage.setItem(KEY, found[1]);
    history.replaceState(null, '', location.pathname);
  }
  return sessionStorage.getItem(KEY);
}

function keepToken(given) {
  token = given;
  if (given === null) {
    sessionStorage.removeItem(KEY);
  } else {
    sessionStorage.setItem(KEY, given);
  }
  showAccess();
  wake();
}

function showAccess() {
  byId('access-form').hidden = token !== null;
  byId('access-open').hidden = token === null;
  for (const id of ['log', 'audit']) {
    byId(id).hidden = token === null;
    byId(id).parentElement.querySelector('.locked').hidden = token !== null;
    if (token === null) {
      byId(id).replaceChildren();
    }
  }
}

byId('access-form').addEventListener('submit', (event) => {
  event.preventDefault();
  const field = byId('token');
  // Also the whole link, as the host printed it.
  const given = field.value.trim().replace(/^.*#token=/, '');
  field.value = '';
  if (given !== '') {
    keepToken(given);
  }
});

byId('forget').addEventListener('click', () => {
  keepToken(null);
  byId('token').focus();
});

addEventListener('hashchange', () => keepToken(takeToken()));

// --- asking

class Refused extends Error {}

async function ask(path, method) {
  const headers = token === null ? {} : { Authorization: `Bearer ${token}` };
  const answer = await fetch(path, {
    method,
    headers,
    cache: 'no-store',
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  if (answer.status === 401) {
    keepToken(null);
    throw new Refused('The token is not the one of this host.');
  }
  if (!answer.ok) {
    throw new Refused((await answer.text()).trim());
  }
  return answer;
}

async function look() {
  show(await (await ask('status', 'GET')).json());
  if (token !== null) {
    showTail(await (await ask('tail', 'GET')).json());
  }
}

async function follow() {
  for (;;) {
    try {
      await look();
      lastAnswer = new Date();
      showLive(true);
    } catch (error) {
      if (error instanceof Refused) {
        say(error.message, 'bad');
      } else {
        showLive(false);
      }
    }
    await new Promise((resolve) => {
      wake = resolve;
      setTimeout(resolve, EVERY_MS);
    });
  }
}

function showLive(live) {
  put(byId('live'), live ? 'live' : 'gone', 'live');
  byId('main').dataset.stale = String(!live);
  const since = lastAnswer === null ? '' : ` since ${clock(lastAnswer)}; what you see is old`;
  text(byId('live-text'), live ? 'live' : `the host does not answer${since}`);
}

// --- plugins

function show(status) {
  const now = Date.parse(status.now);
  for (const plugin of status.plugins) {
    showPlugin(rowOf(plugin.plugin), plugin, now);
  }
  const names = new Set(status.plugins.map((plugin) => plugin.plugin));
  for (const [name, row] of rows) {
    if (!names.has(name)) {
      row.body.remove();
      rows.delete(name);
    }
  }
  text(byId('summary'), summary(status.plugins));
  const up = span(now - Date.parse(status.started));
  text(byId('host'), `Host: process ${status.host_process}, up for ${up}`);
}

function summary(plugins) {
  const counts = new Map();
  plugins.forEach(({ state }) => counts.set(state, (counts.get(state) ?? 0) + 1));
  const states = [...counts].map(([state, count]) => `${count} ${state}`).join(', ');
  const restarts = plugins.reduce((sum, plugin) => sum + plugin.restarts, 0);
  return `${many(plugins.length, 'plugin')}: ${states}. ${many(restarts, 'restart')}.`;
}

function rowOf(name) {
  let row = rows.get(name);
  if (row === undefined) {
    const body = byId('plugin').content.firstElementChild.cloneNode(true);
    row = { body, name, cpu: null, state: null };
    for (const button of body.querySelectorAll('button')) {
      button.setAttribute('aria-label', `${button.textContent} ${name}`);
      button.addEventListener('click', () => press(name, button));
    }
    body.dataset.plugin = name;
    rows.set(name, row);
    byId('plugins').append(body);
  }
  return row;
}

function showPlugin(row, plugin, now) {
  const part = (name) => row.body.querySelector(`.${name}`);
  const state = STATES[plugin.state] ?? { glyph: '?', tone: 'idle' };
  text(part('name'), plugin.plugin);
  text(part('version'), plugin.version);
  text(part('process'), plugin.process === null ? 'no process' : `process ${plugin.process}`);
  put(part('badge'), state.tone, 'tone');
  text(part('glyph'), state.glyph);
  text(part('word'), plugin.state);
  text(part('since'), `for ${span(now - Date.parse(plugin.since))}`);
  text(part('more'), more(plugin));
  text(part('restarts'), String(plugin.restarts));
  text(part('calls'), plugin.calls.toLocaleString('en'));
  text(part('errors'), plugin.calls === 0 ? '' : many(plugin.errors, 'error'));
  showLatency(part, plugin);
  text(part('cpu'), processor(row, plugin, now));
  text(part('memory'), plugin.resident_bytes === null ? '' : size(plugin.resident_bytes));
  showTrouble(part, plugin);
  showButtons(row.body, plugin);
  if (row.state !== null && row.state !== plugin.state) {
    text(byId('spoken'), `${plugin.plugin} is ${plugin.state}`);
  }
  row.state = plugin.state;
}

function more(plugin) {
  const facts = [];
  if (plugin.replacing) {
    facts.push('being replaced');
  }
  if (plugin.standby) {
    facts.push('a standby waits');
  }
  if (plugin.circuit !== 'closed') {
    facts.push(`circuit ${plugin.circuit.replace('_', ' ')}`);
  }
  for (const [service, answer] of Object.entries(plugin.services)) {
    if (answer !== 'serving') {
      facts.push(`${service}: ${answer.replaceAll('_', ' ')}`);
    }
  }
  return facts.join(', ');
}

function showLatency(part, plugin) {
  const times =
    plugin.p50_ms === null
      ? 'no calls'
      : `p50 ${time(plugin.p50_ms)}, p99 ${time(plugin.p99_ms)}`;
  text(part('times'), times);
  const known = plugin.p50_ms_by_second.filter((value) => value !== null);
  const highest = Math.max(...known, 0);
  const label =
    known.length === 0
      ? 'no calls in the last minute'
      : `median of each second of the last minute: ${time(Math.min(...known))} to ${time(highest)}`;
  const spark = part('spark');
  spark.toggleAttribute('hidden', known.length === 0);
  text(spark.querySelector('title'), label);
  spark.querySelector('path').setAttribute('d', line(plugin.p50_ms_by_second, highest));
}

/** Seconds without a call are gaps; a second alone is a dot. */
function line(values, highest) {
  let path = '';
  values.forEach((value, x) => {
    if (value !== null) {
      const y = (22 - 20 * (value / highest)).toFixed(1);
      const begins = x === 0 || values[x - 1] === null;
      path += begins ? `M${x + 0.5} ${y}h.01` : `L${x + 0.5} ${y}`;
    }
  });
  return path;
}

/** The share of one processor since the last look at the same process. */
function processor(row, plugin, now) {
  const before = row.cpu;
  row.cpu = { process: plugin.process, seconds: plugin.cpu_seconds, at: now };
  if (plugin.process === null) {
    return '–';
  }
  if (before === null || before.process !== plugin.process || now <= before.at) {
    return '…';
  }
  const share = ((plugin.cpu_seconds - before.seconds) * 1000) / (now - before.at);
  return `${Math.max(0, Math.round(share * 100))} %`;
}

function showTrouble(part, plugin) {
  const reason = plugin.quarantine_reason ?? plugin.last_error;
  part('trouble').hidden = reason === '';
  put(part('trouble'), plugin.state === 'ready' ? 'idle' : 'bad', 'tone');
  text(part('trouble-name'), plugin.quarantine_reason === null ? 'Last error:' : 'Quarantined:');
  text(part('trouble-text'), reason);
}

// --- buttons

function showButtons(body, plugin) {
  const why = {
    kill: plugin.process === null ? 'It has no process now.' : '',
    restart: noRestart(plugin),
    release: plugin.state === 'quarantined' ? '' : 'It is not quarantined.',
  };
  for (const button of body.querySelectorAll('button')) {
    const reason = why[button.dataset.action];
    // Not `disabled`, which would take the focus away from whoever has just pressed it.
    put(button, reason, 'why');
    button.setAttribute('aria-disabled', String(reason !== ''));
    if (button.dataset.action === 'release') {
      button.hidden = reason !== '';
    }
  }
}

function noRestart(plugin) {
  if (plugin.replacing || plugin.state === 'starting') {
    return 'It is being started already.';
  }
  if (plugin.state === 'quarantined') {
    return 'It is quarantined: release it.';
  }
  return plugin.state === 'stopped' ? 'The host ends.' : '';
}

async function press(name, button) {
  if (button.dataset.why) {
    say(`${name}: ${button.dataset.why}`, 'bad');
    return;
  }
  if (token === null) {
    say('The buttons need the token that the host has shown at its start.', 'bad');
    byId('token').focus();
    return;
  }
  try {
    const path = `plugins/${encodeURIComponent(name)}/${button.dataset.action}`;
    say((await (await ask(path, 'POST')).text()).trim(), 'ok');
  } catch (error) {
    say(error instanceof Refused ? error.message : 'The host does not answer.', 'bad');
  }
  wake();
}

function say(message, tone) {
  const notice = byId('notice');
  notice.hidden = false;
  put(notice, tone, 'tone');
  notice.textContent = `${clock(new Date())}  ${message}`;
}

// --- log and audit

function showTail(tail) {
  showLog(tail.log);
  showAudit(tail.audit);
}

function showLog(lines) {
  const list = byId('log');
  const last = Number(list.lastElementChild?.dataset.number ?? 0);
  const fresh = lines.filter((each) => each.number > last);
  if (list.childElementCount === 0 && fresh.length === 0) {
    list.append(item({ none: 'nothing was logged yet' }));
  }
  if (fresh.length > 0) {
    changing(list, () => {
      list.querySelector('.none')?.parentElement.remove();
      fresh.forEach((each) => list.append(logItem(each)));
      while (list.childElementCount > LINES) {
        list.firstElementChild.remove();
      }
    });
  }
}

function logItem({ number, at, level, source, text: says }) {
  // com.example.Thing: the class alone says enough.
  const short = source.replace(/^.*\.(?=[A-Z])/, '');
  const made = item({ time: clock(new Date(at)), level, source: short, text: says });
  made.dataset.number = number;
  put(made.querySelector('.level'), LEVELS[level] ?? 'idle', 'tone');
  return made;
}

function showAudit(lines) {
  const list = byId('audit');
  const all = lines.length === 0 ? ['nothing was recorded yet'] : lines;
  const same = list.childElementCount === all.length && list.dataset.last === all.at(-1);
  if (!same) {
    changing(list, () => {
      list.replaceChildren(...all.map(lines.length === 0 ? (none) => item({ none }) : auditItem));
      list.dataset.last = all.at(-1);
    });
  }
}

function auditItem(written) {
  try {
    const { at, actor, action, target, outcome } = JSON.parse(written);
    if (![at, actor, action, outcome].includes(undefined)) {
      const made = item({
        time: clock(new Date(at)),
        source: actor,
        text: [action, target].filter(Boolean).join(' '),
        outcome,
      });
      made.title = written;
      return made;
    }
  } catch {
    // Not JSON: it is shown as it is.
  }
  return item({ text: written });
}

function item(parts) {
  const made = document.createElement('li');
  for (const [name, says] of Object.entries(parts)) {
    const element = document.createElement(name === 'time' ? 'time' : 'span');
    element.className = name;
    element.textContent = says;
    // A blank between, so that what is copied can be read.
    made.append(element, ' ');
  }
  return made;
}

/** Stays at the end of the list if the person has not scrolled up. */
function changing(list, change) {
  const atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 8;
  change();
  if (atEnd) {
    list.scrollTop = list.scrollHeight;
  }
}

// --- words

/** Writes only what is new: a selection and the focus stay. */
function text(element, says) {
  if (element.textContent !== says) {
    element.textContent = says;
  }
}

function put(element, value, name) {
  if (element.dataset[name] !== value) {
    element.dataset[name] = value;
  }
}

function many(count, word) {
  return `${count.toLocaleString('en')} ${word}${count === 1 ? '' : 's'}`;
}

function clock(date) {
  return date.toLocaleTimeString('en-GB');
}

function span(milliseconds) {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  if (seconds < 60) {
    return `${seconds} s`;
  }
  const minutes = Math.floor(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

function time(milliseconds) {
  if (milliseconds >= 1000) {
    return `${(milliseconds / 1000).toFixed(1)} s`;
  }
  return `${milliseconds >= 10 ? Math.round(milliseconds) : milliseconds.toPrecision(2)} ms`;
}

function size(bytes) {
  return `${Math.round(bytes / 1e6).toLocaleString('en')} MB`;
}

showAccess();
follow();
