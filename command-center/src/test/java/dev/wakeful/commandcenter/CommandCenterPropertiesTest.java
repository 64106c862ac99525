package dev.wakeful.commandcenter;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CommandCenterPropertiesTest {

    @Test
    void withoutATokenItDoesNotStartAndSaysWhatToDo() {
        assertThatThrownBy(() -> new CommandCenterProperties(" ", Duration.ofMinutes(3), ""))
                .hasMessageContaining("wakeful.command-center.token is missing")
                .hasMessageContaining("WAKEFUL_COMMAND_CENTER_TOKEN");
    }

    @Test
    void aLedgerThatIsNoAddressStopsTheStart() {
        assertThatThrownBy(() -> new CommandCenterProperties("secret", Duration.ofMinutes(3), "8423"))
                .hasMessageContaining("wakeful.command-center.ledger must be an address")
                .hasMessageContaining("'8423'");
    }
}
