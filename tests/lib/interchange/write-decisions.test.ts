import { describe, expect, test } from '@jest/globals';
import { changeAdjudicationSettings } from '@/lib/adjudication/change-adjudication-settings';
import { writeCsv } from '@/lib/interchange/write-csv';
import { writeDecisions, writeDecidedCsv } from '@/lib/interchange/write-decisions';
import { aMember } from '@/tests/builders/a-member';
import {
  anAdjudicatedExport,
  exportViewerOf,
  writtenText,
} from '@/tests/builders/an-adjudicated-export';

describe('write decided csv', () => {
  test('annotations are the same as without decisions, and those of the consensus have theirs', async () => {
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
});

describe('write decisions', () => {
  const choice = { dialect: 'bare', text: true } as const;

  test('exports every decision, rejected and superseded ones too, as the viewer may know it', async () => {
    const { projectId, articleId, manager, analysts } = await anAdjudicatedExport();
    const exported = async (
      userId: string,
      role: 'manager' | 'analyst',
      secret: string | null = null,
    ) =>
      writtenText(
        writeDecisions(exportViewerOf(userId, role), { articleId }, { projectId, secret }, choice),
      );
    const whole = await exported(manager.userId, 'manager');
    const lines = whole.trimEnd().split('\r\n');
    expect(lines).toHaveLength(4);
    expect(lines[1]).toContain(',take,,"[""boundary""]"');
    expect(lines[1]).toContain('[""Ada"",""');
    expect(lines[1]).toContain('Fits the definition. =As most, ""so""');
    const [replaced, rejected] = lines.slice(2).sort((one) => (one.includes(',take,') ? -1 : 1));
    expect(replaced).toMatch(/,Mia Manager,[0-9a-f-]{36}$/);
    expect(rejected).toContain(',reject,');
    expect(rejected).toMatch(/,,,$/);
    const own = await exported(analysts[0].userId, 'analyst');
    expect(own).toContain('[""Ada"",""');
    expect(own).not.toContain('Ben');
    const newcomer = await aMember(projectId, 'analyst');
    expect(await exported(newcomer.userId, 'analyst')).toBe(`${lines[0]}\r\n`);
    const named = await exported(manager.userId, 'manager', 'secret');
    expect(named).not.toMatch(/Ada|Mia/);
    expect(named).toMatch(/analyst-[0-9a-f]{10}/);
    await changeAdjudicationSettings(manager, projectId, { anonymous: true });
    expect(await exported(manager.userId, 'manager')).not.toContain('Ada');
  });
});
