import { HocuspocusProvider } from '@hocuspocus/provider';

/**
 * Says nothing in a room before it is let in: the server takes words at the door for a fault. What is
 * written meanwhile goes with the first exchange inside.
 */
export class TextProvider extends HocuspocusProvider {
  private isAtDoor = false;

  override async onOpen(...event: Parameters<HocuspocusProvider['onOpen']>): Promise<void> {
    await this.knock(() => super.onOpen(...event));
  }

  /** Asks to be let in again, where the server has closed the room. */
  async enterAgain(): Promise<void> {
    await this.knock(async () => {
      await this.sendToken();
      this.startSync();
    });
  }

  override documentUpdateHandler(update: Uint8Array, origin: unknown): void {
    if (this.isAuthenticated) super.documentUpdateHandler(update, origin);
  }

  override send(...message: Parameters<HocuspocusProvider['send']>): void {
    if (this.isAuthenticated || this.isAtDoor) super.send(...message);
  }

  private async knock(action: () => Promise<void>): Promise<void> {
    this.isAtDoor = true;
    await action();
    this.isAtDoor = false;
  }
}
