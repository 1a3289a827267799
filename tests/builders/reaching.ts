import type { Viewer } from '@/lib/access/viewer';
import { admitToRooms } from '@/lib/annotation/admit-to-rooms';
import { ask } from '@/tests/harness/ask';

/** What reaches somebody through each door that tells of readings: how many layers, articles, threads, rooms. */
export async function reaching(as: Viewer, projectId: string, articleId: string) {
  const told = async (path: string) => (await ask('GET', `/api/v1/${path}`, { as })).body;
  const lists = async (path: string) => ((await told(path)) as { items: unknown[] }).items.length;
  const csv = (await told(`articles/${articleId}/export?format=csv`)) as string;
  const whole = await told(`projects/${projectId}/export?format=json`);
  const atDoors = (['readings', 'consensus'] as const).map((kind) => ({
    userId: as.userId,
    room: { kind, articleId },
  }));
  return {
    layers: await lists(`articles/${articleId}/layers`),
    threads: await lists(`articles/${articleId}/threads`),
    compared: ((await told(`articles/${articleId}/comparison`)) as { layers: unknown[] }).layers
      .length,
    agreement: ((await told(`projects/${projectId}/agreement`)) as { articles: number }).articles,
    rows: csv.trim().split('\r\n').length - 1,
    json: (JSON.stringify(whole).match(/"kind":"(?:analyst|consensus)"/g) ?? []).length,
    rooms: (await admitToRooms(atDoors)).filter(({ admitted }) => admitted).length,
  };
}
