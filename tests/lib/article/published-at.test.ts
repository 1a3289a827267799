import { expect, test } from '@jest/globals';
import { publishedAt } from '@/lib/article/published-at';

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
