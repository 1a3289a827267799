import type { FileAnswer } from '@/lib/agreement/calculator/answer-file';
import { answerFile } from '@/lib/agreement/calculator/answer-file';
import { checkSize } from '@/lib/agreement/calculator/file-text';
import type { ReadOptions } from '@/lib/agreement/calculator/own-file';
import { Refusal } from '@/lib/refusal';

/** The request to the worker: a file or pasted text, and how to parse it. */
export type Question = { readonly data: Blob | string; readonly options: ReadOptions };
/** The worker’s response: the result, or a sentence that says why there is none. */
export type AnswerMessage = { readonly answer: FileAnswer } | { readonly fault: string };

async function answerQuestion({ data, options }: Question): Promise<AnswerMessage> {
  try {
    const blob = typeof data === 'string' ? new Blob([data]) : data;
    checkSize(blob.size);
    return { answer: await answerFile(new Uint8Array(await blob.arrayBuffer()), options) };
  } catch (error) {
    if (error instanceof Refusal) return { fault: error.message };
    const why = error instanceof Error ? error.message : String(error);
    return {
      fault: `The figures could not be calculated in this browser: ${why}. Try the command “npm run --silent agree -- FILE” in a shell.`,
    };
  }
}

self.onmessage = ({ data }: MessageEvent<Question>) => {
  void answerQuestion(data).then((message) => self.postMessage(message));
};
