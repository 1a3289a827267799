import { expect, test } from '@jest/globals';
import type { JSONContent } from '@tiptap/core';
import { getSchema } from '@tiptap/core';
import { Node } from '@tiptap/pm/model';
import fc from 'fast-check';
import { Doc, XmlElement } from 'yjs';
import { guidelinesExtensions } from '@/components/codebook/guidelines-extensions';
import {
  guidelinesDocument,
  guidelinesMarkdown,
  markdownOf,
  mergeGuidelines,
  readGuidelines,
  writeGuidelines,
  writeMarkdown,
} from '@/components/codebook/guidelines-form';
import { maxGuidelines } from '@/lib/codebook/codebook';
import { maxGuidelinesNodes, plainGuidelines } from '@/lib/codebook/guidelines';
import { documentOf, maxStateBytes, stateOf } from '@/lib/live/shared-state';
import { aWriter } from '@/tests/builders/a-writer';

const text = (value: string, ...marks: string[]) => ({
  type: 'text',
  text: value,
  ...(marks.length > 0 ? { marks: marks.map((type) => ({ type })) } : {}),
});
const paragraph = (...content: JSONContent[]) => ({ type: 'paragraph', content });
const doc = (...content: JSONContent[]) => ({ type: 'doc', content });
const example = (kind: string, ...content: JSONContent[]) => ({
  type: 'example',
  attrs: { kind },
  content,
});

test.each<[string, string, JSONContent]>([
  ['plain text', 'One.\n\nTwo.', doc(paragraph(text('One.')), paragraph(text('Two.')))],
  ['lines', 'One\nTwo', doc(paragraph(text('One'), { type: 'hardBreak' }, text('Two')))],
  ['nothing', '', doc({ type: 'paragraph' })],
  [
    'a good example',
    '> **Good example.** The *regime* fell.',
    doc(example('good', paragraph(text('The '), text('regime', 'italic'), text(' fell.')))),
  ],
  [
    'a near miss',
    '> **Near miss.** He said so.',
    doc(example('near-miss', paragraph(text('He said so.')))),
  ],
  [
    'an example of two paragraphs',
    '> **Near miss.**\n>\n> One.\n>\n> Two.',
    doc(example('near-miss', paragraph(text('One.')), paragraph(text('Two.')))),
  ],
  ['a quotation', '> One.', doc({ type: 'blockquote', content: [paragraph(text('One.'))] })],
  ['HTML as it is written', 'a <b>c</b>', doc(paragraph(text('a <b>c</b>')))],
  ['a picture as it is written', '![a *b*](c "d")', doc(paragraph(text('![a *b*](c "d")')))],
  ['a picture among words', 'One ![b](c).', doc(paragraph(text('One ![b](c).')))],
  [
    'a box to be ticked as it is written',
    '- [x] one',
    doc({
      type: 'bulletList',
      content: [{ type: 'listItem', content: [paragraph(text('[x] one'))] }],
    }),
  ],
  [
    'a list of nothing',
    '1.',
    doc({ type: 'orderedList', content: [{ type: 'listItem', content: [paragraph()] }] }),
  ],
  ['a quotation of nothing', '> ', doc({ type: 'blockquote', content: [paragraph()] })],
  ['code that is bold as code', '**`b`**', doc(paragraph(text('b', 'code')))],
])('reads %s', (_, markdown, document) => {
  expect(guidelinesDocument(markdown)).toEqual(document);
});

test.each([
  '[x](javascript:alert(1))',
  '[x](data:text/html,hi)',
  '[x](//elsewhere.example)',
  '[x](vbscript:x)',
  '<javascript:alert(1)>',
])('%s leads nowhere', (markdown) => {
  expect(JSON.stringify(guidelinesDocument(markdown))).not.toContain('"link"');
});

const rich = [
  '# Reading',
  'Read **all** of it, *then* `mark`, ~~never~~ [before](https://example.org/a_b "Why").',
  '- one\n- two\n  - deeper\n\n1. first\n2. second',
  '> **Good example.** The regime fell.',
  '> **Near miss.** One.\n>\n> - in a list',
  '> Somebody said so.',
  '| Word | Mark? |\n| --- | --- |\n| regime \\| junta | yes |\n| **government** | 😀 שלום |',
  '```\ncode | <b>\n```',
  '---',
  'Write to [us](mailto:a@example.org).',
].join('\n\n');

test('what is written, read and written again is the same', () => {
  const once = guidelinesMarkdown(guidelinesDocument(rich));
  expect(guidelinesDocument(once)).toEqual(guidelinesDocument(rich));
  expect(guidelinesMarkdown(guidelinesDocument(once))).toBe(once);
});

const starts = ['# ', '## ', '- ', '+ ', '* ', '1. ', '2) ', '> ', '---', '===', '| a | b', '```'];
const signs = [
  'a',
  'b c',
  '*',
  '_',
  '`',
  '~~',
  '[x](y)',
  '<b>',
  '&amp;',
  '|',
  '\\',
  '!',
  ':',
  '😀',
];

test('words stay words, whatever signs they have', () => {
  const value = fc
    .tuple(
      fc.constantFrom(...starts, 'plain', '=', ':---'),
      fc.array(fc.constantFrom(...signs), { maxLength: 5 }),
    )
    .map(([start, rest]) => `${start}${rest.join('')}`.trim());
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 3 }), (lines) => {
      const document = doc(...lines.map((line) => paragraph(text(line))));
      expect(guidelinesDocument(guidelinesMarkdown(document))).toEqual(document);
    }),
    { numRuns: 300 },
  );
});

const shared = (markdown: string) => {
  const document = new Doc();
  writeMarkdown(document, markdown);
  return document;
};

test('a shared document says what was written into it', () => {
  const once = guidelinesMarkdown(guidelinesDocument(rich));
  expect(markdownOf(shared(rich))).toBe(once);
  expect(markdownOf(shared(''))).toBe('');
});

test('what is written over it leaves the rest, and what somebody writes meanwhile', () => {
  const document = shared('One.\n\nTwo.\n\nThree.');
  const writer = aWriter(stateOf(document));
  writer.write(2, 6, ' More.');
  writeMarkdown(document, 'One.\n\nOther.\n\nThree.');
  const both = documentOf(stateOf(document), writer.state());
  expect(both && markdownOf(both)).toBe('One.\n\nOther.\n\nThree. More.');
});

test('what does not fit is left out of the words, and the document stays as it is', () => {
  const document = shared('One.');
  document.getXmlFragment('default').insert(0, [new XmlElement('spell')]);
  const before = stateOf(document);
  expect(markdownOf(document)).toBe('One.');
  expect(stateOf(document)).toEqual(before);
});

test('nothing is written that could not be stored', () => {
  const value = guidelinesMarkdown(doc(paragraph(text('a\u0000b\u0007c\ud800d'))));
  expect(value).toBe('abc\ufffdd');
});

const schema = getSchema(guidelinesExtensions);

test.each([
  ['deep lists', Array.from({ length: 15 }, (_, at) => `${'  '.repeat(at)}- a`).join('\n')],
  ['brackets', '['.repeat(2_000)],
  ['backticks', Array.from({ length: 60 }, (_, at) => `${'`'.repeat(at + 1)}a`).join('')],
  ['columns', `|${'a|'.repeat(800)}\n|${'-|'.repeat(800)}`],
  ['emphasis', '***a _b* '.repeat(100)],
  ['definitions', Array.from({ length: 500 }, (_, at) => `[r${at}]: x\n`).join('')],
  ['HTML', '<div><b>\n\n</table>'.repeat(100)],
  ['emoji', '- 👩‍👧 **🇩🇪**\n'.repeat(200)],
  ['right to left', '> שלום \u202e*עולם*\n'.repeat(200)],
  ['CR LF', '# a\r\n\r\n- b\r\n'.repeat(200)],
  ['pictures in everything', '> # ![a](b)\n\n| ![a](b) |\n|-|\n\n1. ![a](b)\n   - [ ] ![a](b)'],
])('what is read of %s is such as the editor takes', (_, markdown) => {
  expect(() => Node.fromJSON(schema, readGuidelines(markdown)).check()).not.toThrow();
});

test.each([
  ['too many parts', 'a\n'.repeat(maxGuidelinesNodes / 2 + 1), 'more than 10,000 parts'],
  ['quotations too deep', '> '.repeat(50), 'cannot be parsed|nested more than'],
])('refuses %s', (_, markdown, value) => {
  expect(() => readGuidelines(markdown)).toThrow(new RegExp(value));
});

test('writes what it reads over what is there, and answers what changed', () => {
  const first = writeGuidelines({ markdown: 'One.\n\nTwo.', state: null });
  const second = writeGuidelines({ markdown: 'One.\n\nOther.', state: first.state });
  expect(second.document).toEqual(guidelinesDocument('One.\n\nOther.'));
  const there = documentOf(first.state, second.update);
  expect(there && markdownOf(there)).toBe('One.\n\nOther.');
  const plain = writeGuidelines({ markdown: '> '.repeat(50), state: null, isPlain: true });
  expect(plain.document).toEqual(plainGuidelines('> '.repeat(50)));
});

const stateFor = (markdown: string) => stateOf(shared(markdown));

test('merges what all states hold', () => {
  const state = stateFor('One.\n\n- two');
  const [ada, ben] = [aWriter(state), aWriter(state)];
  ada.write(0, 0, 'Ada. ');
  ben.append('*Ben*');
  const merged = mergeGuidelines([state, ada.state(), ben.state()]);
  expect(merged.markdown).toBe('Ada. One.\n\n- two\n\n\\*Ben\\*');
  expect(merged.isFirst).toBe(false);
  expect(guidelinesMarkdown(merged.document)).toBe(merged.markdown);
  expect(mergeGuidelines([state, state]).isFirst).toBe(true);
});

test.each([
  ['garbage', Buffer.from('garbage'), 'invalid'],
  ['a state that is too large', new Uint8Array(maxStateBytes + 1), 'too-large'],
  ['more than may be', stateFor('x'.repeat(maxGuidelines + 1)), 'too-large'],
  ['too many parts', stateFor('a\n'.repeat(maxGuidelinesNodes / 2 + 1)), 'too-large'],
])('refuses to merge %s', (_, state, reason) => {
  expect(() => mergeGuidelines([state])).toThrow(expect.objectContaining({ reason }));
});
