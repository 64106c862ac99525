package dev.wakeful.service.token;

import dev.wakeful.service.CommonServiceConfiguration;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Gives every service the means to make and check swarm tokens. */
@AutoConfiguration(after = CommonServiceConfiguration.class)
@EnableConfigurationProperties(TokenProperties.class)
public class TokenConfiguration {

    @Bean
    @ConditionalOnBean(Clock.class)
    SwarmTokens swarmTokens(TokenProperties properties, Clock clock) {
        return new SwarmTokens(properties.gatewaySecret().strip(), clock);
    }
}
