import type { Viewer } from '@/lib/access/viewer';
import { admitToChannels } from '@/lib/annotation/admit-to-channels';
import { callRoute } from '@/tests/harness/call-route';

/**
 * What a person gets by each way that reveals annotations: the numbers of layers, articles,
 * threads, channels.
 */
export async function reaching(as: Viewer, projectId: string, articleId: string) {
  const bodyOf = async (path: string) => (await callRoute('GET', `/api/v1/${path}`, { as })).body;
  const lists = async (path: string) => ((await bodyOf(path)) as { items: unknown[] }).items.length;
  const csv = (await bodyOf(`articles/${articleId}/export?format=csv`)) as string;
  const whole = await bodyOf(`projects/${projectId}/export?format=json`);
  const atDoors = (['layers', 'consensus'] as const).map((kind) => ({
    userId: as.userId,
    channel: { kind, articleId },
  }));
  return {
    layers: await lists(`articles/${articleId}/layers`),
    threads: await lists(`articles/${articleId}/threads`),
    compared: ((await bodyOf(`articles/${articleId}/comparison`)) as { layers: unknown[] }).layers
      .length,
    agreement: ((await bodyOf(`projects/${projectId}/agreement`)) as { articles: number }).articles,
    rows: csv.trim().split('\r\n').length - 1,
    json: (JSON.stringify(whole).match(/"kind":"(?:analyst|consensus)"/g) ?? []).length,
    channels: (await admitToChannels(atDoors)).filter(({ admitted }) => admitted).length,
  };
}
