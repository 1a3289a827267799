import { fingerprint } from '@/lib/access/secret';
import type pg from 'pg';
import { v7 } from 'uuid';
import { codebookContent } from '@/lib/codebook/codebook';

/** The size of a project, and the distance between the begins of its annotations, in characters. */
type ProjectSize = {
  articles: number;
  analysts: number;
  annotations: number;
  stride: number;
};

const labels = ['loaded_framing', 'unsupported_claim', 'direct_quote'];
const codebook = JSON.stringify(codebookContent.parse({ labels: labels.map((key) => ({ key })) }));
const prose = 'The regime said the loaded claim was true, but critics say otherwise. ';

/** In SQL, the UUID version 4 derived from a text. */
export const idFrom = (words: string): string =>
  `overlay(overlay(md5(${words}) placing '4' from 13) placing 'a' from 17)::uuid`;

/**
 * Fills the database with a project whose articles several analysts have annotated and submitted,
 * with annotations that are close to each other but often not the same; and with an owner who has a
 * token.
 */
export async function seedProject(
  pool: pg.Pool,
  { articles, analysts, annotations, stride }: ProjectSize,
): Promise<{ projectId: string; token: string }> {
  const [projectId, owner] = [v7(), v7()];
  const text = prose.repeat(Math.ceil(((annotations + 1) * stride) / prose.length));
  const sql = (query: string, values: unknown[] = []) => pool.query(query, values);
  await sql(`INSERT INTO "Project" (id, name, "updatedAt") VALUES ($1, 'Bench', now())`, [
    projectId,
  ]);
  await sql(`INSERT INTO "User" (id, email, name) VALUES ($1::uuid, $1::uuid::text, 'Owner')`, [
    owner,
  ]);
  await sql(`INSERT INTO "Membership" ("projectId", "userId", role) VALUES ($1, $2, 'owner')`, [
    projectId,
    owner,
  ]);
  await sql(
    `INSERT INTO "AccessToken" (id, "userId", name, hash, scopes) VALUES ($1, $1, 'bench', $2, '{read,write}')`,
    [owner, fingerprint(`plx_${owner}`)],
  );
  await sql(`INSERT INTO "Codebook" ("projectId", draft, "updatedAt") VALUES ($1, $2, now())`, [
    projectId,
    codebook,
  ]);
  await sql(`INSERT INTO "CodebookVersion" ("projectId", version, content) VALUES ($1, 1, $2)`, [
    projectId,
    codebook,
  ]);
  await sql(
    `INSERT INTO "User" (id, email, name) SELECT id, id::text, 'Analyst ' || n
     FROM (SELECT n, ${idFrom('$1 || n')} AS id FROM generate_series(1, $2::int) n) made`,
    [projectId, analysts],
  );
  const portion = Math.max(1, Math.min(500, Math.floor(50_000 / annotations)));
  for (let from = 0; from < articles; from += portion) {
    const range = [projectId, from, Math.min(articles, from + portion) - 1];
    await sql(
      `INSERT INTO "Article" (id, "projectId", title, source, "addedById", "updatedAt")
       SELECT ${idFrom("$1::text || 'a' || n")}, $1::uuid, 'Article ' || n, 'Outlet ' || n % 12, $4::uuid, now()
       FROM generate_series($2::int, $3::int) n`,
      [...range, owner],
    );
    await sql(
      `INSERT INTO "Revision" (id, "articleId", number, text, sha256, length, blocks, segmentation, raw, cleanup, "offsetMap")
       SELECT ${idFrom("$1::text || 'r' || n")}, ${idFrom("$1::text || 'a' || n")}, 1, $4, '', char_length($4), 1,
         '{"words":"","sentences":"","paragraphs":""}', '', '[]', '[]'
       FROM generate_series($2::int, $3::int) n`,
      [...range, text],
    );
    await sql(
      `INSERT INTO "Layer" (id, "articleId", "revisionId", kind, "authorId", state, "eventCount", "submittedAt")
       SELECT ${idFrom("$1::text || 'l' || n || ' ' || who")}, ${idFrom("$1::text || 'a' || n")},
         ${idFrom("$1::text || 'r' || n")}, 'analyst', ${idFrom('$1::text || who')}, 'submitted', $5::int,
         now() - n * interval '1 hour'
       FROM generate_series($2::int, $3::int) n, generate_series(1, $4::int) who`,
      [...range, analysts, annotations],
    );
    await sql(
      `INSERT INTO "Annotation" (id, "layerId", label, "codebookVersion", segments, start, "end", quote, prefix, suffix, version)
       SELECT ${idFrom("$1::text || 'm' || n || ' ' || who || ' ' || at")},
         ${idFrom("$1::text || 'l' || n || ' ' || who")}, ($6::text[])[1 + (n + at + who / 5) % 3], 1,
         json_build_array(json_build_array(s, e)), s, e, '', '', '', 1
       FROM generate_series($2::int, $3::int) n, generate_series(1, $4::int) who,
         generate_series(0, $5::int - 1) at,
         LATERAL (SELECT at * $7::int + (n * 7 + who * 13 * at) % ($7::int / 5) AS s) first,
         LATERAL (SELECT s + $7::int / 15 + (n + who * at) % ($7::int / 5) AS e) last`,
      [...range, analysts, annotations, labels, stride],
    );
  }
  await sql('ANALYZE');
  return { projectId, token: `plx_${owner}` };
}
