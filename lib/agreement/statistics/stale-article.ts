/** An article whose statistics are asked for: of which revision, and under which fingerprint they are kept. */
export type StaleArticle = { articleId: string; revisionId: string; fingerprint: string };
