import { chooseNode } from './launcher/node-binary.mjs';
import { quiet } from './launcher/quiet.mjs';
import { runInstead } from './launcher/run.mjs';

/** `node dev/with-node.mjs <script> …`: runs it in the Node that the project asks for. Plain JavaScript that Node 20 reads. */
runInstead(chooseNode(), process.argv.slice(2), { ...process.env, ...quiet });
