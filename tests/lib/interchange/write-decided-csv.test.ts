import { expect, test } from '@jest/globals';
import { writeCsv } from '@/lib/interchange/write-csv';
import { writeDecidedCsv } from '@/lib/interchange/write-decided-csv';
import {
  anAdjudicatedExport,
  exportViewerOf,
  writtenText,
} from '@/tests/builders/an-adjudicated-export';

test('annotations are told as without decisions, and those of the consensus with theirs', async () => {
  const { projectId, articleId, manager } = await anAdjudicatedExport();
  const reader = exportViewerOf(manager.userId, 'manager');
  const asked = [reader, { articleId }, { projectId, secret: null }] as const;
  const choice = { dialect: 'bare', text: true } as const;
  const plain = (await writtenText(writeCsv(...asked, choice))).trimEnd().split('\r\n');
  const decided = (await writtenText(writeDecidedCsv(...asked, choice))).trimEnd().split('\r\n');
  expect(decided).toHaveLength(plain.length);
  decided.forEach((line, at) => expect(line.startsWith(`${plain[at]},`)).toBe(true));
  const consensusLines = decided.filter((line) => line.includes(',consensus,'));
  expect(consensusLines).toHaveLength(1);
  expect(consensusLines[0]).toMatch(
    /,take,,Mia Manager,20[^,]+,"Fits the definition. =As most, ""so""","\[\[""Ada"",/,
  );
  const others = decided.slice(1).filter((line) => !line.includes(',consensus,'));
  for (const line of others) expect(line).toMatch(/Z,,,,,,,$/);
});
