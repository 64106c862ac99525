// Follows the event stream and asks the server for the page again when something happened: the server says what there is to see, this
// module only puts it in place. Sections are swapped when their markup changed; focus, open details and selected text are kept.
const QUIET_MILLIS = 250;
const LOST_AFTER_MILLIS = 1500;

const rendered = new Map();
let pending = null;
let busy = false;
let again = false;
let lostTimer = null;

const sections = (root) => root.querySelectorAll('[data-live]');

// ---- times

const units = [['day', 86400], ['hour', 3600], ['minute', 60], ['second', 1]];
const relative = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto', style: 'narrow' });
const absolute = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' });
const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', second: '2-digit', fractionalSecondDigits: 3 });

function ago(date) {
  const seconds = Math.round((date - Date.now()) / 1000);
  if (Math.abs(seconds) < 5) return 'just now';
  const [unit, length] = units.find(([, size]) => Math.abs(seconds) >= size) ?? units.at(-1);
  return relative.format(Math.trunc(seconds / length), unit);
}

function lasting(date) {
  const seconds = Math.max(0, Math.round((Date.now() - date) / 1000));
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

function say(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

function tellTimes(root) {
  for (const time of root.querySelectorAll('time[datetime]')) {
    const date = new Date(time.dateTime);
    if (time.hasAttribute('data-since')) say(time, lasting(date));
    else if (time.hasAttribute('data-clock')) say(time, clock.format(date));
    else say(time, ago(date));
    const full = absolute.format(date);
    if (time.title !== full) time.title = full;
  }
}

// ---- copying

function offerCopying(root) {
  if (!navigator.clipboard) return;
  for (const place of root.querySelectorAll('.copy')) {
    if (place.querySelector('button')) continue;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'copy-button';
    button.textContent = 'Copy';
    place.append(button);
  }
}

document.addEventListener('click', async (click) => {
  const button = click.target.closest('.copy-button');
  if (!button) return;
  try {
    await navigator.clipboard.writeText(button.parentElement.querySelector('code').textContent);
    button.textContent = 'Copied';
  } catch {
    button.textContent = 'Select it and copy by hand';
  }
  setTimeout(() => { button.textContent = 'Copy'; }, 1600);
});

// ---- swapping

function selecting(section) {
  const selection = document.getSelection();
  return selection && !selection.isCollapsed && section.contains(selection.anchorNode);
}

function focusIn(section) {
  const active = document.activeElement;
  if (!active || !section.contains(active)) return null;
  if (active.id) return `#${CSS.escape(active.id)}`;
  if (active.getAttribute('href')) return `[href="${CSS.escape(active.getAttribute('href'))}"]`;
  const owner = active.closest('[id]');
  return owner ? `#${CSS.escape(owner.id)} ${active.localName}` : null;
}

function swap(section, incoming) {
  const focus = focusIn(section);
  const open = [...section.querySelectorAll('details[open][id]')].map((details) => details.id);
  const known = new Set([...section.querySelectorAll('[data-key]')].map((item) => item.dataset.key));
  const typed = [...section.querySelectorAll('textarea[id], input[id]:not([type=hidden])')].map((field) => [field.id, field.value, field.selectionStart]);
  section.innerHTML = incoming;
  for (const [id, value, caret] of typed) {
    const field = document.getElementById(id);
    if (!field || !value) continue;
    field.value = value;
    field.setSelectionRange?.(caret, caret);
  }
  for (const id of open) document.getElementById(id)?.setAttribute('open', '');
  if (known.size > 0) {
    for (const item of section.querySelectorAll('[data-key]')) {
      if (!known.has(item.dataset.key)) item.classList.add('fresh');
    }
  }
  prepare(section);
  if (focus) section.querySelector(focus)?.focus({ preventScroll: true });
}

function prepare(root) {
  tellTimes(root);
  offerCopying(root);
}

// A form is on its way, and its answer is the next page: asking for this one again would break that off. Unless nothing comes of it.
let leaving = false;
document.addEventListener('submit', () => {
  leaving = true;
  setTimeout(() => { leaving = false; }, 30000);
});

async function refresh() {
  if (busy) {
    again = true;
    return;
  }
  busy = true;
  try {
    const answer = await fetch(location.pathname, { headers: { Accept: 'text/html' }, cache: 'no-store' });
    if (!answer.ok && answer.status !== 404) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    if (leaving) return;
    if (document.getElementById('content').children.length !== page.getElementById('content').children.length) {
      location.replace(location.href);
      return;
    }
    document.title = page.title;
    for (const incoming of sections(page)) {
      const section = document.getElementById(incoming.id);
      if (!section || rendered.get(incoming.id) === incoming.innerHTML) continue;
      if (selecting(section)) {
        again = true;
        continue;
      }
      rendered.set(incoming.id, incoming.innerHTML);
      swap(section, incoming.innerHTML);
    }
  } catch {
    // the stream notices a lost connection and says so
  } finally {
    busy = false;
    if (again) {
      again = false;
      refreshSoon(1000);
    }
  }
}

function refreshSoon(after = QUIET_MILLIS) {
  pending ??= setTimeout(() => {
    pending = null;
    refresh();
  }, after);
}

// ---- somebody is here

let toldHere = 0;

for (const sign of ['click', 'keydown']) {
  document.addEventListener(sign, () => {
    if (document.body.dataset.person !== 'true' || Date.now() - toldHere < 15000) return;
    toldHere = Date.now();
    fetch('/seen', { method: 'POST', body: new URLSearchParams(), keepalive: true }).catch(() => {});
  }, { passive: true });
}

// ---- following

function connection(state) {
  const words = { live: 'Live', lost: 'Connection lost', connecting: 'Connecting' };
  const sign = document.getElementById('live');
  sign.hidden = false;
  sign.dataset.state = state;
  say(sign.querySelector('.word'), words[state]);
  document.getElementById('lost').hidden = state !== 'lost';
}

function follow() {
  const stream = new EventSource(`/api/stream?changes=true&after=${document.body.dataset.newest}`);
  stream.onopen = () => {
    clearTimeout(lostTimer);
    lostTimer = null;
    connection('live');
    refreshSoon(0);
  };
  stream.onmessage = () => refreshSoon();
  stream.addEventListener('changed', () => refreshSoon());
  stream.onerror = () => {
    lostTimer ??= setTimeout(() => connection('lost'), LOST_AFTER_MILLIS);
    if (stream.readyState === EventSource.CLOSED) setTimeout(follow, 2000);
  };
  addEventListener('pagehide', () => stream.close(), { once: true });
}

addEventListener('pageshow', (shown) => { if (shown.persisted) location.reload(); });

for (const section of sections(document)) rendered.set(section.id, section.innerHTML);
prepare(document);
setInterval(() => tellTimes(document), 1000);
// a page without a place in the stream says why a form was refused: to ask for it again would take its words away
if (document.body.dataset.newest !== undefined) follow();
