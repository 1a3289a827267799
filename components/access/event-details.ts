import type { SecurityEventKind, SecurityEventView } from '@/lib/access/security-event';

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

const ways: Record<string, string> = { password: 'with a password', code: 'with a code' };

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function settingsMessage({ changed, blind, blindBefore, hideSource }: Details): string {
  const phrases = [];
  if (blind !== undefined)
    phrases.push(
      `blind policy from ${policies[text(blindBefore)] ?? text(blindBefore)} to ${policies[text(blind)] ?? text(blind)}`,
    );
  if (typeof hideSource === 'boolean')
    phrases.push(hideSource ? 'sources hidden' : 'sources shown');
  const handled = new Set(['blind', 'hideSource']);
  if (Array.isArray(changed))
    phrases.push(
      ...changed.filter((name) => !handled.has(name)).map((name) => settings[name] ?? name),
    );
  return phrases.join(', ');
}

type Details = SecurityEventView['details'];

const withWay = ({ details: { by, code } }: SecurityEventView): string => {
  if (by === undefined) return '';
  return `${ways[text(by)] ?? `with ${text(by)}`}${code === true ? ' and a code' : ''}`;
};

/** By kind; kinds that are missing have no details. */
const detailMessages: Partial<Record<SecurityEventKind, (event: SecurityEventView) => string>> = {
  'sign-in': withWay,
  'sign-in-failed': withWay,
  'proof-failed': ({ details }) => (details.by === 'code' ? 'the code' : 'the password'),
  'token-made': ({ details }) => text(details.name),
  'role-changed': ({ details }) => `from ${text(details.from)} to ${text(details.to)}`,
  'member-removed': ({ actor, person, details }) =>
    actor !== null && actor.userId === person?.userId
      ? 'left the project'
      : `was ${text(details.role)}`,
  'invitation-made': ({ details }) =>
    [`as ${text(details.role)}`, text(details.email)].filter(Boolean).join(', '),
  'invitation-accepted': ({ details }) => `as ${text(details.role)}`,
  'settings-changed': ({ details }) => settingsMessage(details),
  'export-made': ({ details }) =>
    [
      formats[text(details.format)] ?? text(details.format),
      details.articleId === undefined ? 'whole project' : 'one article',
      ...(details.pseudonyms === true ? ['pseudonyms'] : []),
      ...(details.text === false ? ['without text'] : []),
    ].join(', '),
};

/** The details of a security event as a phrase; '' where there are none. */
export const eventDetails = (event: SecurityEventView): string =>
  detailMessages[event.kind]?.(event) ?? '';
