import { describe, expect, test } from '@jest/globals';
import type { ArticleView } from '@/lib/article/article';
import { articleChanges, articleInput, hideSource, publishedAt } from '@/lib/article/article';

describe('published at', () => {
  test.each(['2026', '2026-11', '2026-11-18', '2024-02-29', ' 1999-12-31 '])(
    '%j is a date',
    (text) => {
      expect(publishedAt.parse(text)).toBe(text.trim());
    },
  );

  test.each(['', '26', '2026-13', '2026-02-29', '2026-11-31', '18.11.2026', '2026-11-18T00:00Z'])(
    '%j is none',
    (text) => {
      expect(publishedAt.safeParse(text).success).toBe(false);
    },
  );
});

describe('article', () => {
  const least = { title: 'T', text: 'Text.' };
  const faults = (input: unknown) =>
    articleInput
      .safeParse(input)
      .error?.issues.map(({ path, message }) => [path.join('.'), message]) ?? [];

  test('a title and a text will do', () => {
    expect(articleInput.parse(least)).toEqual({
      ...least,
      cleanup: 'none',
      source: null,
      author: null,
      url: null,
      publishedAt: null,
    });
  });

  test('empty fields are not known', () => {
    const empty = { source: '', author: ' ', url: null, publishedAt: '' };
    expect(articleInput.parse({ ...least, ...empty })).toMatchObject({
      source: null,
      author: null,
      url: null,
      publishedAt: null,
    });
  });

  test.each([
    [{ title: '' }, 'title'],
    [{ text: ' \n' }, 'text'],
    [{ url: 'javascript:alert(1)' }, 'url'],
    [{ url: 'ledger.example' }, 'url'],
    [{ url: 'https://a b.example/' }, 'url'],
    [{ publishedAt: '2026-02-30' }, 'publishedAt'],
    [{ language: 'no tag' }, 'language'],
    [{ cleanup: 'some' }, 'cleanup'],
    [{ cleanup: { steps: { polish: true } } }, 'cleanup.steps'],
    [{ source: 'a\u202eb' }, 'source'],
    [{ id: '7' }, 'id'],
    [{ body: 'x' }, ''],
  ])('%j is not valid', (fields, path) => {
    expect(faults({ ...least, ...fields }).map(([at]) => at)).toEqual([path]);
  });

  test.each([
    ['ab\u0000c', 'Character 3 of the text is a NUL, which cannot be stored.'],
    [
      '😀\ud83d',
      'Character 2 of the text is half of a character (a lone surrogate), which cannot be stored.',
    ],
  ])('says where %j cannot be stored', (text, message) => {
    expect(faults({ ...least, text })).toEqual([['text', message]]);
  });

  test('changes name what changes', () => {
    expect(articleChanges.parse({ url: '' })).toEqual({ url: null });
    expect(articleChanges.safeParse({ text: 'New' }).success).toBe(false);
  });

  test('hiding the source keeps the rest', () => {
    const view = {
      title: 'T',
      source: 'S',
      author: 'A',
      url: 'U',
      publishedAt: 'P',
    } as ArticleView;
    expect(hideSource(view)).toEqual({
      title: 'T',
      source: null,
      author: null,
      url: null,
      publishedAt: null,
      sourceHidden: true,
    });
  });
});
