import { db } from '@/lib/db';
import { findArticleContexts } from './article-context-store';
import type { ArticleRoom } from './article-room';
import { mayEnter, rightsMark } from './article-room';

/** Somebody at the door of a room. */
export type AtDoor = { userId: string; room: ArticleRoom };

/** Whether they may be in it, the project that the room belongs to, and their rights in a word. */
export type Admission = { admitted: boolean; projectId: string; mark: string };

/** Decides for everybody at a door, in one query, in their order. */
export async function admitToRooms(atDoors: readonly AtDoor[]): Promise<Admission[]> {
  if (atDoors.length === 0) return [];
  const visitorOf = ({ userId, room }: AtDoor) => ({ articleId: room.articleId, userId });
  const contextOf = await findArticleContexts(db(), atDoors.map(visitorOf));
  return atDoors.map((atDoor) => {
    const context = contextOf(visitorOf(atDoor));
    return {
      admitted: mayEnter(atDoor.room, atDoor.userId, context),
      projectId: context?.projectId ?? '',
      mark: rightsMark(context),
    };
  });
}
