import { chaptersOf } from '@/components/api-guide/api-document';
import { openApiDocument } from '@/app/api/v1/openapi.json/document';
import type { ApiDocument, Chapter } from '@/components/api-guide/api-document';

let chapters: Chapter[] | null = null;

/** The chapters of the API guide; built once per process. */
export function apiChapters(): Chapter[] {
  chapters ??= chaptersOf(openApiDocument() as ApiDocument);
  return chapters;
}
