import type { SecurityEventView } from '@/lib/access/security-event';

const policies: Record<string, string> = {
  open: 'open',
  'after-submit': 'after submission',
  closed: 'closed',
};

const settings: Record<string, string> = {
  name: 'name',
  description: 'description',
  blind: 'blind policy',
  hideSource: 'hiding of sources',
};

const formats: Record<string, string> = { csv: 'CSV', json: 'JSON', decisions: 'decisions as CSV' };

const ways: Record<string, string> = { password: 'with a password' };

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function settingsWords({ changed, blind, blindBefore, hideSource }: Details): string {
  const words = [];
  if (blind !== undefined)
    words.push(
      `blind policy from ${policies[text(blindBefore)] ?? text(blindBefore)} to ${policies[text(blind)] ?? text(blind)}`,
    );
  if (typeof hideSource === 'boolean') words.push(hideSource ? 'sources hidden' : 'sources shown');
  const said = new Set(['blind', 'hideSource']);
  if (Array.isArray(changed))
    words.push(...changed.filter((name) => !said.has(name)).map((name) => settings[name] ?? name));
  return words.join(', ');
}

type Details = SecurityEventView['details'];

/** What else is to be said of an event, in a few words; empty where there is nothing. */
export function eventDetails({ kind, actor, person, details }: SecurityEventView): string {
  switch (kind) {
    case 'role-changed':
      return `from ${text(details.from)} to ${text(details.to)}`;
    case 'member-removed':
      return actor !== null && actor.userId === person?.userId
        ? 'left by themselves'
        : `was ${text(details.role)}`;
    case 'invitation-made':
      return [`as ${text(details.role)}`, text(details.email)].filter(Boolean).join(', ');
    case 'invitation-accepted':
      return `as ${text(details.role)}`;
    case 'settings-changed':
      return settingsWords(details);
    case 'export-made':
      return [
        formats[text(details.format)] ?? text(details.format),
        details.articleId === undefined ? 'whole project' : 'one article',
        ...(details.pseudonyms === true ? ['pseudonyms'] : []),
        ...(details.text === false ? ['without text'] : []),
      ].join(', ');
    case 'sign-in':
    case 'sign-in-failed':
      return details.by === undefined ? '' : (ways[text(details.by)] ?? `with ${text(details.by)}`);
    case 'token-made':
      return text(details.name);
    default:
      return '';
  }
}
