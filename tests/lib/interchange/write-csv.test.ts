import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { db } from '@/lib/db';
import type { Naming } from '@/lib/interchange/pseudonym';
import { writeCsv } from '@/lib/interchange/write-csv';
import { aProject } from '@/tests/builders/a-project';
import { anAnnotation } from '@/tests/builders/an-annotation';
import { anArticle } from '@/tests/builders/an-article';

test('names the consensus and suggesters as what they are, analysts as asked', async () => {
  const { projectId, owner } = await aProject();
  const { articleId, revisionId } = await anArticle(projectId);
  const { layerId } = await anAnnotation(owner, articleId);
  for (const [kind, suggester] of [
    ['consensus', ''],
    ['suggestion', 'Lexicon'],
  ] as const) {
    const id = v7();
    await db().layer.create({
      data: { id, articleId, revisionId, kind, suggester, eventCount: 1 },
    });
    const { segments, attributes, ...row } = await db().annotation.findFirstOrThrow({
      where: { layerId },
    });
    const json = { segments: segments as number[][], attributes: attributes as object };
    await db().annotation.create({ data: { ...row, ...json, id: v7(), layerId: id } });
  }
  const reader = {
    userId: owner.userId,
    role: 'owner',
    projectName: 'P',
    blind: 'closed',
    hideSource: false,
  } as const;
  const choice = { dialect: 'bare', text: true } as const;
  const annotators = async (secret: Naming['secret']) => {
    let text = '';
    for await (const piece of writeCsv(reader, { articleId }, { projectId, secret }, choice))
      text += Buffer.from(piece).toString();
    return text
      .trimEnd()
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(',').slice(10, 12).join(' '));
  };
  expect(await annotators(null)).toEqual([
    'consensus Consensus',
    'suggestion Lexicon',
    `analyst ${owner.name}`,
  ]);
  expect(await annotators('secret')).toEqual([
    'consensus Consensus',
    'suggestion Lexicon',
    expect.stringMatching(/^analyst analyst-[0-9a-f]{10}$/),
  ]);
});
