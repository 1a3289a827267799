import { expect, test } from '@jest/globals';
import type { JSONContent } from '@tiptap/core';
import fc from 'fast-check';
import { Doc, XmlElement } from 'yjs';
import {
  guidelinesDocument,
  guidelinesForm,
  guidelinesMarkdown,
} from '@/components/guidelines/guidelines-form';
import { documentOf, stateOf } from '@/lib/access/shared-state';
import { aWriter } from '@/tests/builders/a-writer';

const text = (words: string, ...marks: string[]) => ({
  type: 'text',
  text: words,
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
  const words = fc
    .tuple(
      fc.constantFrom(...starts, 'plain', '=', ':---'),
      fc.array(fc.constantFrom(...signs), { maxLength: 5 }),
    )
    .map(([start, rest]) => `${start}${rest.join('')}`.trim());
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 3 }), (lines) => {
      const document = doc(...lines.map((line) => paragraph(text(line))));
      expect(guidelinesDocument(guidelinesMarkdown(document))).toEqual(document);
    }),
    { numRuns: 300 },
  );
});

const shared = (markdown: string) => {
  const document = new Doc();
  guidelinesForm.write(document, markdown);
  return document;
};

test('a shared document says what was written into it', () => {
  const once = guidelinesMarkdown(guidelinesDocument(rich));
  expect(guidelinesForm.markdownOf(shared(rich))).toBe(once);
  expect(guidelinesForm.markdownOf(shared(''))).toBe('');
});

test('what is written over it leaves the rest, and what somebody writes meanwhile', () => {
  const document = shared('One.\n\nTwo.\n\nThree.');
  const writer = aWriter(stateOf(document));
  writer.write(2, 6, ' More.');
  guidelinesForm.write(document, 'One.\n\nOther.\n\nThree.');
  const both = documentOf(stateOf(document), writer.state());
  expect(both && guidelinesForm.markdownOf(both)).toBe('One.\n\nOther.\n\nThree. More.');
});

test('what does not fit is left out of the words, and the document stays as it is', () => {
  const document = shared('One.');
  document.getXmlFragment('default').insert(0, [new XmlElement('spell')]);
  const before = stateOf(document);
  expect(guidelinesForm.markdownOf(document)).toBe('One.');
  expect(stateOf(document)).toEqual(before);
});

test('nothing is written that could not be stored', () => {
  const words = guidelinesMarkdown(doc(paragraph(text('a\u0000b\u0007c\ud800d'))));
  expect(words).toBe('abc\ufffdd');
});
