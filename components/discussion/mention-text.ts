/** Somebody who can be called upon. */
export type Person = { id: string; name: string };

/** What is being typed after an @: where the @ stands, and what was typed of the name. */
export type MentionInput = { at: number; typed: string };

const maxTypedLength = 40;

const isWordCharacter = (sign: string | undefined) =>
  sign !== undefined && /[\p{L}\p{N}_]/u.test(sign);

/** What of a name is being typed before the caret; null where nobody is being called. An address is no call. */
export function mentionAt(text: string, caret: number): MentionInput | null {
  const at = text.lastIndexOf('@', caret - 1);
  if (at === -1 || at >= caret || isWordCharacter(text[at - 1])) return null;
  const typed = text.slice(at + 1, caret);
  if (typed.length > maxTypedLength || /[\n@]/.test(typed) || /^\s/.test(typed)) return null;
  return { at, typed };
}

const folded = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** The people whose names have a word that begins as what was typed does, those whose name itself does first. */
export function peopleFor(typed: string, people: readonly Person[], limit = 8): Person[] {
  const query = folded(typed);
  const ranked = people.flatMap((person) => {
    const name = folded(person.name);
    const rank = name.startsWith(query) ? 0 : 1;
    return rank === 0 || name.includes(` ${query}`) ? [{ person, rank }] : [];
  });
  return ranked
    .sort((one, other) => one.rank - other.rank || one.person.name.localeCompare(other.person.name))
    .slice(0, limit)
    .map(({ person }) => person);
}

/** The text with the name in place of what was typed of it, and where the caret goes. */
export function withName(
  text: string,
  { at, typed }: MentionInput,
  name: string,
): { text: string; caret: number } {
  const rest = text.slice(at + 1 + typed.length);
  const space = /^\s/.test(rest) ? '' : ' ';
  return { text: `${text.slice(0, at)}@${name}${space}${rest}`, caret: at + name.length + 2 };
}

/** A part of a comment: plain words, or the name of somebody whom it calls upon. */
export type BodyPart = { text: string; isMention: boolean };

/** A comment in its parts. A name counts where an @ stands before it and no more of a word after it; the longest first. */
export function bodyParts(body: string, names: readonly string[]): BodyPart[] {
  const sorted = [...names].sort((one, other) => other.length - one.length);
  const parts: BodyPart[] = [];
  let plain = 0;
  for (let at = body.indexOf('@'); at !== -1; at = body.indexOf('@', at + 1)) {
    const end = (name: string) => at + 1 + name.length;
    const name = isWordCharacter(body[at - 1])
      ? undefined
      : sorted.find((one) => body.startsWith(one, at + 1) && !isWordCharacter(body[end(one)]));
    if (name === undefined) continue;
    if (at > plain) parts.push({ text: body.slice(plain, at), isMention: false });
    parts.push({ text: body.slice(at, end(name)), isMention: true });
    plain = end(name);
  }
  if (plain < body.length) parts.push({ text: body.slice(plain), isMention: false });
  return parts;
}

/**
 * Whom a comment calls upon: everybody whose name stands in it after an @. Of people of one name
 * those who were `chosen` from the list, or all where none was.
 */
export function mentionedIn(
  body: string,
  people: readonly Person[],
  chosen: ReadonlySet<string>,
): string[] {
  const names = new Set(people.map(({ name }) => name));
  const called = new Set(
    bodyParts(body, [...names])
      .filter(({ isMention }) => isMention)
      .map(({ text }) => text.slice(1)),
  );
  return [...called].flatMap((name) => {
    const namesakes = people.filter((person) => person.name === name).map(({ id }) => id);
    const meant = namesakes.filter((id) => chosen.has(id));
    return meant.length > 0 ? meant : namesakes;
  });
}
