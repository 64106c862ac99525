package dev.wakeful.bughunter;

import dev.wakeful.service.ServiceApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The bug-hunter as a process of its own. */
@SpringBootApplication
public class BugHunterApplication {

    public static void main(String[] args) {
        ServiceApplication.run(BugHunterApplication.class, "bug-hunter", args);
    }
}
