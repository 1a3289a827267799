import { describe, expect, test } from '@jest/globals';
import { lineBreaks, linesOf, shapeOf } from '@/lib/article/cleanup/line-breaks';
import { cleaned } from '@/tests/builders/cleaned';

describe('line shape', () => {
  test('reads what decides of each line', () => {
    expect(linesOf('  “Yes,” he\nsaid.”  \n\n- one\n1. two\nשלום')).toMatchObject([
      { start: 0, end: 11, length: 9, indent: 2, stops: false, begins: 'capital' },
      { length: 6, indent: 0, stops: true, begins: 'small' },
      { length: 0, indent: 0 },
      { begins: 'item' },
      { begins: 'item' },
      { begins: 'small' },
    ]);
  });

  const prose = [
    'The council has once more put off its decision, and the',
    'friends of the ferry say that they are losing patience.',
    'Nobody knows what will become of the old house at the',
    'end of the pier, or of the fish that is sold there.',
  ];

  test('prose in lines is wrapped; paragraphs, lists and verse are not', () => {
    expect(shapeOf(linesOf(prose.join('\n')))).toEqual({ wrapped: true, short: false, full: 55 });
    expect(shapeOf(linesOf(prose.join(' ')))).toMatchObject({ wrapped: false, short: false });
    expect(shapeOf(linesOf('One here.\nTwo there.\nThree.')).wrapped).toBe(false);
    expect(shapeOf(linesOf('Apples\nBananas\nCherries')).wrapped).toBe(false);
    const verse = [
      'I walked along the water to the place',
      'where she had',
      'been, and nobody was there to see my face',
      'but gulls',
      'and all the boats were gone without a trace',
    ];
    expect(shapeOf(linesOf(verse.join('\n')))).toMatchObject({ wrapped: false, short: true });
  });
});

describe('line breaks', () => {
  const first = [
    'The council has once more put off its decision, and the',
    'friends of the ferry say that they are losing patience',
    'with it.',
  ];
  const second = [
    'Nobody knows what will become of the old house at the',
    'end of the pier, or of the fish that is sold there.',
  ];

  test('lines become paragraphs; a blank line separates them, and is removed', () => {
    const text = `\n\n${first.join('\n')}\n\n\n${second.join('\n')}\n\n`;
    expect(cleaned(lineBreaks, text)).toBe(`${first.join(' ')}\n${second.join(' ')}`);
  });

  test('a short last line, or an indent, parts them too', () => {
    const short = `${first.join('\n')}\n${second.join('\n')}`;
    expect(cleaned(lineBreaks, short)).toBe(`${first.join(' ')}\n${second.join(' ')}`);
    const indented = `${second.join('\n')}\n  ${first.join('\n')}`;
    expect(cleaned(lineBreaks, indented)).toBe(`${second.join(' ')}\n  ${first.join(' ')}`);
  });

  test('a stray indent in the middle of a sentence parts nothing', () => {
    const text = `${first[0]}\n ${first[1]}\n${first[2]}`;
    expect(cleaned(lineBreaks, text)).toBe(first.join(' '));
  });

  test('headings and items of lists stay by themselves', () => {
    const text = ['What is known', ...second, '- one thing', '- another thing', ...first].join(
      '\n',
    );
    expect(cleaned(lineBreaks, text).split('\n')).toEqual([
      'What is known',
      second.join(' '),
      '- one thing',
      '- another thing',
      first.join(' '),
    ]);
  });

  test('one line a paragraph stays so', () => {
    const text = `${first.join(' ')}\n${second.join(' ')}\n\n${first.join(' ')}`;
    expect(cleaned(lineBreaks, text)).toBe(text.replace('\n\n', '\n'));
  });

  test('verse keeps its lines and stanzas, and is counted', () => {
    const verse =
      'I walked along the water to the place\nwhere she had\nbeen, and nobody was there to see my face\n\n\nbut gulls\nand all the boats were gone without a trace';
    expect(cleaned(lineBreaks, verse)).toBe(verse.replace('\n\n\n', '\n\n'));
    expect(lineBreaks.find(verse, { language: 'en' }).doubts).toEqual([
      { name: 'kept-lines', count: 5 },
    ]);
  });

  test('Chinese lines are joined without a space', () => {
    const lines = Array.from(
      { length: 4 },
      () => '市议会星期二晚上决定禁止所有车辆在这条古老的街上通行并且说这是为了大家的安全',
    );
    expect(cleaned(lineBreaks, lines.join('\n'), 'zh')).toBe(lines.join(''));
  });
});
