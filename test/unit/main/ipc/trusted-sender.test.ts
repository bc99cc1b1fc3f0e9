import { describe, expect, it } from 'vitest';
import { senderFault } from '../../../../main/ipc/trusted-sender.ts';
import type { CallSender } from '../../../../main/ipc/trusted-sender.ts';

const trust = { isOurs: (id: number) => id === 1, origin: 'app://bundle' };
const frame = { parent: null, origin: 'app://bundle', processId: 5, routingId: 1 };

function from(senderFrame: unknown, id = 1, mainFrame = senderFrame): CallSender {
  return { senderFrame, sender: { id, mainFrame } } as CallSender;
}

const disposed = {
  get parent(): never {
    throw new Error('Render frame was disposed before WebFrameMain could be accessed');
  },
};

describe('senderFault', () => {
  it('trusts the main frame of a window of ours on our origin', () => {
    expect(senderFault(from(frame), trust)).toBeNull();
  });

  it('trusts the main frame of a page that crashed and was reloaded, which Electron still calls detached', () => {
    expect(senderFault(from({ ...frame, detached: true }), trust)).toBeNull();
  });

  it.each([
    ['no frame', from(null), 'noFrame'],
    ['the frame of a page that was left', from(frame, 1, { ...frame, routingId: 2 }), 'formerFrame'],
    ['the frame of a page in another process', from(frame, 1, { ...frame, processId: 6 }), 'formerFrame'],
    ['a window without a main frame', from(frame, 1, null), 'formerFrame'],
    ['a disposed frame', from(disposed), 'disposedFrame'],
    ['a subframe on our origin', from({ ...frame, parent: frame }), 'subframe'],
    ['another host of our scheme', from({ ...frame, origin: 'app://evil' }), 'foreignOrigin'],
    ['a look-alike host', from({ ...frame, origin: 'app://bundle.evil' }), 'foreignOrigin'],
    ['a web page', from({ ...frame, origin: 'https://bundle' }), 'foreignOrigin'],
    ['about:blank and data:', from({ ...frame, origin: 'null' }), 'foreignOrigin'],
    ['an empty origin', from({ ...frame, origin: '' }), 'foreignOrigin'],
    ['a file', from({ ...frame, origin: 'file://' }), 'foreignOrigin'],
    ['developer tools', from({ ...frame, origin: 'devtools://devtools' }), 'foreignOrigin'],
    ['the dev server, when the bundle is in use', from({ ...frame, origin: 'http://127.0.0.1:5173' }), 'foreignOrigin'],
    ['a window that is not ours', from(frame, 2), 'unknownWindow'],
  ])('refuses %s', (_what, event, fault) => {
    expect(senderFault(event, trust)).toBe(fault);
  });
});
