package dev.wakeful.autodev.agent.permission;

import java.nio.file.Path;

/**
 * A coding agent that speaks the Agent Client Protocol, as a shell script. It edits (which nobody has to ask for), tries to fetch (which policy refuses), wants
 * to delete a file (which a person decides), and mends the shop only where it may. It writes every answer down outside of its tree.
 */
final class AcpAgent {

    private AcpAgent() {}

    /** @param told where it writes down what it is answered, a line each */
    static String script(Path told) {
        return """
                said() { printf '%%s\\n' "$1"; }
                ask() { said '{"jsonrpc":"2.0","id":"'$1'","method":"session/request_permission","params":{"sessionId":"s-1","toolCall":{"toolCallId":"'$1'","title":"'"$3"'","kind":"'$2'","rawInput":{"path":"'"$4"'"}},"options":[{"optionId":"always","kind":"allow_always"},{"optionId":"once","kind":"allow_once"},{"optionId":"no","kind":"reject_once"}]}}'; }
                heard() { read -r answer; printf '%%s %%s\\n' "$1" "$answer" >> %1$s; }
                read -r hello
                said '{"jsonrpc":"2.0","id":1,"result":{"protocolVersion":1,"agentCapabilities":{"loadSession":true}}}'
                read -r open
                case "$open" in
                  *session/load*) said '{"jsonrpc":"2.0","id":2,"result":{}}'; echo loaded >> %1$s;;
                  *) said '{"jsonrpc":"2.0","id":2,"result":{"sessionId":"s-1"}}';;
                esac
                read -r prompt
                echo $$ >> %1$s.pids
                ask e1 edit 'Change a file' a.txt; heard edit
                ask f1 fetch 'Fetch the web' http://example.org; heard fetch
                ask d1 delete 'Delete the old prices' old.txt; heard delete
                case "$answer" in *'"once"'*) rm -f old.txt; echo fine > a.txt;; esac
                said '{"jsonrpc":"2.0","id":3,"result":{"stopReason":"end_turn"}}'
                """.formatted(told);
    }
}
