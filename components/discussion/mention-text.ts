import type { JSONContent } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';

/** Somebody who can be mentioned. */
export type Person = { id: string; name: string };

/** The text of a comment, in which mentions are `@name`, and the mentioned people, each once. */
export type CommentText = { body: string; mentions: readonly Person[] };

const maxQuery = 40;

const isWordCharacter = (character: string | undefined) =>
  character !== undefined && /[\p{L}\p{N}_]/u.test(character);

const folded = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** The people with a word in their name that begins with the query; first those whose whole name does. */
export function matchingPeople(query: string, people: readonly Person[], limit = 8): Person[] {
  if (query.length > maxQuery || /^\s/.test(query)) return [];
  const start = folded(query);
  const ranked = people.flatMap((person) => {
    const name = folded(person.name);
    const rank = name.startsWith(start) ? 0 : 1;
    return rank === 0 || name.includes(` ${start}`) ? [{ person, rank }] : [];
  });
  return ranked
    .sort((one, other) => one.rank - other.rank || one.person.name.localeCompare(other.person.name))
    .slice(0, limit)
    .map(({ person }) => person);
}

/** A part of a comment: plain text, or `@name` of a mentioned person. */
type BodyPart = { text: string; person: Person | null };

const longestFirst = (one: Person, other: Person) => other.name.length - one.name.length;

/**
 * Splits a comment's text into its parts. Only mentioned people are matched: a name counts after an @
 * where no word character follows, the longest name first. People of the same name alternate.
 */
export function bodyParts({ body, mentions }: CommentText): BodyPart[] {
  const left = [...mentions].sort(longestFirst);
  const parts: BodyPart[] = [];
  let plain = 0;
  for (let at = body.indexOf('@'); at !== -1; at = body.indexOf('@', at + 1)) {
    const end = ({ name }: Person) => at + 1 + name.length;
    const index = isWordCharacter(body[at - 1])
      ? -1
      : left.findIndex(
          (one) => body.startsWith(one.name, at + 1) && !isWordCharacter(body[end(one)]),
        );
    const [person] = index === -1 ? [] : left.splice(index, 1);
    if (person === undefined) continue;
    left.push(person);
    left.sort(longestFirst);
    if (at > plain) parts.push({ text: body.slice(plain, at), person: null });
    parts.push({ text: body.slice(at, end(person)), person });
    plain = end(person);
  }
  if (plain < body.length) parts.push({ text: body.slice(plain), person: null });
  return parts;
}

/** The Tiptap document of a comment: one paragraph per line, one node per mention. */
export function documentOf(comment: CommentText): JSONContent {
  const lines: JSONContent[][] = [[]];
  for (const { text, person } of bodyParts(comment)) {
    if (person !== null) {
      lines.at(-1)?.push({ type: 'mention', attrs: { id: person.id, label: person.name } });
      continue;
    }
    for (const [at, line] of text.split(/\r\n|[\r\n]/).entries()) {
      if (at > 0) lines.push([]);
      if (line !== '') lines.at(-1)?.push({ type: 'text', text: line });
    }
  }
  return { type: 'doc', content: lines.map((content) => ({ type: 'paragraph', content })) };
}

/** The comment of an edited document; the inverse of `documentOf`. */
export function commentTextOf(document: Node): CommentText {
  const mentions = new Map<string, Person>();
  document.descendants(({ type, attrs }) => {
    const { id, label } = attrs as { id: string; label: string };
    if (type.name === 'mention') mentions.set(id, { id, name: label });
  });
  const leafText = ({ attrs }: Node) => `@${(attrs as { label: string }).label}`;
  const body = document.textBetween(0, document.content.size, '\n', leafText);
  return { body, mentions: [...mentions.values()] };
}
