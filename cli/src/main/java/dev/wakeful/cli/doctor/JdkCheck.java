package dev.wakeful.cli.doctor;

/** Wakeful needs the JDK it is compiled for. */
record JdkCheck(Runtime.Version version, String home) implements Check {

    private static final int NEEDED = 25;

    static JdkCheck ofThisProcess() {
        return new JdkCheck(Runtime.version(), System.getProperty("java.home", ""));
    }

    @Override
    public Diagnosis diagnose() {
        String seen = "JDK " + version + " in " + home;
        return version.feature() >= NEEDED
                ? Diagnosis.ok("jdk", seen)
                : Diagnosis.problem("jdk", seen, "Install a JDK " + NEEDED + " or newer and set JAVA_HOME to it.");
    }
}
