import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Doc, XmlElement, XmlText, encodeStateAsUpdate } from 'yjs';
import { maxBlocks } from '@/lib/article/article';
import { stateOfText, textOfDocument, draftText } from '@/lib/article/draft-document';
import { documentOf, maxStateBytes } from '@/lib/live/shared-state';
import { aWriter } from '@/tests/builders/a-writer';

describe('draft document', () => {
  const textOf = (...states: Uint8Array[]) => {
    const document = documentOf(...states);
    return document && textOfDocument(document);
  };

  test.each([
    ['nothing', ''],
    ['one line', 'One.'],
    ['blank lines', '\n\nOne.\n\n\nTwo.\n'],
    ['CR LF', 'One.\r\nTwo.\r\n'],
    ['a lone CR', 'One.\rTwo.'],
    ['an emoji', 'A 😀 smile'],
    ['combined emoji', '👨‍👩‍👧‍👦 🇫🇷 👍🏽 cafe\u0301'],
    ['right to left', 'سلام يا عالم\nשלום \u200fעולם'],
    ['spaces', '  two  \t tabs\u00a0\u2009 '],
    ['signs', '<b>&amp;</b> "q" \u2028\u0085\ufeff'],
  ])('%s comes back to the character', (_, text) => {
    expect(textOf(stateOfText(text))).toBe(text);
  });

  test('any text comes back to the character', () => {
    const unit = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('\n', '\r\n', '\r', '😀', '👨‍👩‍👧‍👦', 'ש', ' '),
    );
    fc.assert(
      fc.property(
        fc.array(unit).map((parts) => parts.join('')),
        (text) => {
          expect(textOf(stateOfText(text))).toBe(text);
        },
      ),
    );
  });

  test('the same text is the same state', () => {
    expect(stateOfText('One.\n😀')).toEqual(stateOfText('One.\n😀'));
  });

  test('what two write at once is all there, and the same for both', () => {
    const lines = fc.array(fc.constantFrom('One.', '', 'שלום', '😀'), {
      minLength: 1,
      maxLength: 4,
    });
    const words = fc.constantFrom('a', '👍🏽', 'ש', '\r');
    const edit = fc.tuple(fc.nat(3), words, fc.boolean());
    fc.assert(
      fc.property(lines, fc.array(edit), fc.array(edit), (begun, first, second) => {
        const state = stateOfText(begun.join('\n'));
        const states = [first, second].map((edits, who) => {
          const writer = aWriter(state);
          for (const [line, word, isNew] of edits) {
            if (isNew) writer.append(`${who}${word}`);
            else writer.write(line % begun.length, 0, `${who}${word}`);
          }
          return writer.state();
        });
        const [one = state, other = state] = states;
        const merged = textOf(state, one, other);
        expect(textOf(other, one)).toBe(merged);
        const count = (text: string | null, sign: string) => (text ?? '').split(sign).length - 1;
        expect([count(merged, '0'), count(merged, '1')]).toEqual([first.length, second.length]);
      }),
    );
  });

  const made = (make: (document: Doc) => void): Uint8Array => {
    const document = new Doc();
    make(document);
    return encodeStateAsUpdate(document);
  };

  test.each<[string, (document: Doc) => void]>([
    [
      'a heading',
      (document) => document.getXmlFragment('default').insert(0, [new XmlElement('heading')]),
    ],
    [
      'text beside paragraphs',
      (document) => document.getXmlFragment('default').insert(0, [new XmlText('x')]),
    ],
    [
      'a paragraph in a paragraph',
      (document) => {
        const outer = new XmlElement('paragraph');
        outer.insert(0, [new XmlElement('paragraph')]);
        document.getXmlFragment('default').insert(0, [outer]);
      },
    ],
    [
      'bold words',
      (document) => {
        const [paragraph, words] = [new XmlElement('paragraph'), new XmlText('x')];
        paragraph.insert(0, [words]);
        document.getXmlFragment('default').insert(0, [paragraph]);
        words.format(0, 1, { bold: {} });
      },
    ],
  ])('%s is no draft', (_, make) => {
    expect(textOf(made(make))).toBeNull();
  });
});

describe('draft text', () => {
  const state = stateOfText('One.');
  const heading = () => {
    const writer = aWriter();
    writer.text.insert(0, [new XmlElement('heading')]);
    return writer.state();
  };

  test('holds what all states hold', () => {
    const [ada, ben] = [aWriter(state), aWriter(state)];
    ada.write(0, 0, 'Ada. ');
    ben.write(0, 4, ' Ben.');
    expect(draftText(state, ada.state(), ben.state()).text).toBe('Ada. One. Ben.');
  });

  test.each([
    ['garbage', Buffer.from('garbage'), 'invalid'],
    ['another kind of text', heading(), 'invalid'],
    ['a state that is too large', new Uint8Array(maxStateBytes + 1), 'too-large'],
    ['a text that is too long', stateOfText('é'.repeat(1_100_000)), 'too-large'],
  ])('refuses %s', (_, other, reason) => {
    expect(() => draftText(state, other)).toThrow(expect.objectContaining({ reason }));
  });

  test('refuses a text of too many paragraphs', () => {
    expect(draftText(stateOfText('a\n'.repeat(maxBlocks - 1))).text).toHaveLength(
      2 * maxBlocks - 2,
    );
    expect(() => draftText(stateOfText('a\n'.repeat(maxBlocks)))).toThrow('50,000 paragraphs');
  });
});
